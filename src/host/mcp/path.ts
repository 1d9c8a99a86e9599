/** Where assistants ask. */
export const MCP_PATH = '/mcp';
