import ts from 'typescript'

/** A value that a file gives to others. */
export interface Exported {
  readonly name: string
  readonly kind: 'function' | 'value' | 'type'
  readonly async: boolean
  /** The type of the first parameter as it is written, such as `Context<ReportsTables>`. */
  readonly takes: string
  /** The first statement of its body, as it is written. */
  readonly firstStatement: string
}

export function parse(path: string, text: string): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS)
}

/** Everything a file exports. */
export function exportsOf(path: string, text: string): Exported[] {
  return parse(path, text).statements.flatMap((statement): Exported[] => {
    if (!ts.canHaveModifiers(statement)) return []
    const words = ts.getModifiers(statement)?.map((modifier) => modifier.kind) ?? []
    if (!words.includes(ts.SyntaxKind.ExportKeyword)) return []
    const plain = { async: false, takes: '', firstStatement: '' }
    if (ts.isFunctionDeclaration(statement)) return [exportedFunction(statement)]
    if (ts.isVariableStatement(statement)) {
      const names = statement.declarationList.declarations.map((declaration) => declaration.name.getText())
      return names.map((name) => ({ name, kind: 'value', ...plain }))
    }
    if (ts.isClassDeclaration(statement))
      return [{ name: statement.name?.text ?? '', kind: 'value', ...plain }]
    const named = ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)
    return named ? [{ name: statement.name.text, kind: 'type', ...plain }] : []
  })
}

function exportedFunction(statement: ts.FunctionDeclaration): Exported {
  const words = ts.getModifiers(statement)?.map((modifier) => modifier.kind) ?? []
  return {
    name: statement.name?.text ?? 'default',
    kind: 'function',
    async: words.includes(ts.SyntaxKind.AsyncKeyword),
    takes: statement.parameters[0]?.type?.getText() ?? '',
    firstStatement: statement.body?.statements[0]?.getText() ?? '',
  }
}

/** Calls of a function by its plain name, with the words of their arguments. */
export function callsOf(name: string, file: ts.SourceFile): ts.CallExpression[] {
  const found: ts.CallExpression[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === name) found.push(node)
    node.forEachChild(visit)
  }
  visit(file)
  return found
}

/** Names of numbers that a file declares: constants with a number, and fields and parameters of type number. */
export function numberNames(path: string, text: string): string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && node.initializer && ts.isNumericLiteral(node.initializer)) {
      found.push(node.name.getText())
    }
    const typed = ts.isPropertySignature(node) || ts.isParameter(node)
    if (typed && node.type?.kind === ts.SyntaxKind.NumberKeyword) found.push(node.name.getText())
    node.forEachChild(visit)
  }
  visit(parse(path, text))
  return found
}

/** The texts of all string and template literals of a file. */
export function literalsOf(path: string, text: string): string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) found.push(node.text)
    if (ts.isTemplateExpression(node)) {
      found.push([node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join(' ? '))
    }
    node.forEachChild(visit)
  }
  visit(parse(path, text))
  return found
}

/** The comments of a file, whatever its language. */
export function commentsOf(path: string, text: string): string[] {
  const forms = path.endsWith('.sql')
    ? [/--.*$/gm]
    : [/\/\*[\s\S]*?\*\//g, /(?<![:'"`])\/\/.*$/gm, /<!--[\s\S]*?-->/g]
  return forms.flatMap((form) => [...text.matchAll(form)].map(([comment]) => comment))
}

/** `file-report` → `fileReport`. */
export function camelCase(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}

/** `fileReport` → `file-report`. */
export function kebabCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
