/** Scripts by which shells complete `concord`: each asks the command itself what may follow. */

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

const BASH = `_concord() {
  local IFS=$'\\n'
  COMPREPLY=($(concord complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null | cut -f1))
}
complete -o default -F _concord concord
`;

const ZSH = `#compdef concord
_concord() {
  local -a found
  local line
  while IFS= read -r line; do
    found+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}")
  done < <(concord complete -- "\${words[@]:1:$((CURRENT - 1))}" 2>/dev/null)
  _describe concord found || _files
}
compdef _concord concord
`;

const FISH = `function __concord_complete
  concord complete -- (commandline -opc)[2..] (commandline -ct) 2>/dev/null
end
complete -c concord -f -a '(__concord_complete)'
`;

const SCRIPTS = { bash: BASH, zsh: ZSH, fish: FISH } as const satisfies Record<Shell, string>;

/** The script of a shell, to be sourced. */
export const completionScript = (shell: Shell): string => SCRIPTS[shell];
