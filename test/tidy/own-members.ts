/**
 * Where a table is read or written by a name that may come from outside: an object answers to
 * `constructor` and `__proto__` too, so that only `own` of the kernel reads by such a name, and
 * only maps are written by one. What types say is asked of the compiler.
 */
import { isElementAccessExpression, isBinaryExpression } from 'typescript/unstable/ast/is';
import { type Expression, type Node, type SourceFile, SyntaxKind } from 'typescript/unstable/ast';
import { API, type Checker, type Type } from 'typescript/unstable/sync';

/** A name in a table, as it is looked up. */
interface Lookup {
  readonly node: Node;
  readonly table: Expression;
  readonly name: Expression;
}

/** The two places that look up as others may not. */
const OWN = /\/(?:kernel|islands)\/own\.ts$/;
const TESTS = /\.test\.tsx?$/;
/** A name that types leave open: any text, or text with open places. */
const OPEN = /\bstring\b|`/;

function lookupOf(node: Node): Lookup | null {
  if (isElementAccessExpression(node)) {
    return { node, table: node.expression, name: node.argumentExpression };
  }
  const isIn = isBinaryExpression(node) && node.operatorToken.kind === SyntaxKind.InKeyword;
  return isIn ? { node, table: node.right, name: node.left } : null;
}

function lookupsIn(source: SourceFile): Lookup[] {
  const found: Lookup[] = [];
  const visit = (node: Node): void => {
    const lookup = lookupOf(node);
    if (lookup && lookup.name.kind !== SyntaxKind.StringLiteral) found.push(lookup);
    node.forEachChild(visit);
  };
  visit(source);
  return found;
}

function isOpen(checker: Checker, type: Type | undefined): boolean {
  return type !== undefined && OPEN.test(checker.typeToString(type));
}

function faultsIn(source: SourceFile, checker: Checker): string[] {
  const lookups = lookupsIn(source);
  const types = checker.getTypeAtLocation(lookups.map(({ name }) => name));
  return lookups
    .filter((_, at) => isOpen(checker, types[at]))
    .map(({ node }) => {
      const line = source.text.slice(0, node.getStart(source)).split('\n').length;
      return `${source.fileName}:${line} ${node.getText(source)}`;
    });
}

/** Every such place in the sources of a project, as its path, line and words. */
export function openLookups(config: string, isOurs: (path: string) => boolean): string[] {
  const compiler = new API();
  try {
    const project = compiler.updateSnapshot({ openProject: config }).getProject(config);
    if (!project) throw new Error(`no project at ${config}`);
    const { program, checker } = project;
    return program
      .getSourceFileNames()
      .filter((path) => isOurs(path) && !OWN.test(path) && !TESTS.test(path))
      .flatMap((path) => program.getSourceFile(path) ?? [])
      .flatMap((source) => faultsIn(source, checker));
  } finally {
    compiler.close();
  }
}
