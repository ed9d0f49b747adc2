import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { findBrowser, NoBrowser } from './find-browser.ts'

const root = join(import.meta.dirname, '../..')
const programs = join(root, 'node_modules/.bin')
const results = join(root, 'test-results')
const unitReport = join(results, 'unit.json')
const journeyReport = join(results, 'journeys.json')

/** The same build that the program makes on its first start, so that it is made once. */
const buildPages = "import { buildPages } from './src/main/build-pages.ts'; await buildPages()"

/** How many tests passed, failed and were left out. */
interface Count {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/** One step of the whole test: what it checks, the commands that do, and where its tests are counted. */
interface Step {
  readonly name: string
  readonly checks: string
  readonly commands: readonly (readonly string[])[]
  readonly environment?: () => Record<string, string>
  readonly count?: () => Count
}

const steps: readonly Step[] = [
  {
    name: 'messages',
    checks: 'messages compile, addresses have types',
    commands: [
      [
        ...['paraglide-js', 'compile', '--project', './project.inlang', '--outdir', './src/design/messages'],
        ...['--strategy', 'url', 'baseLocale', '--emit-git-ignore', 'false'],
      ],
      ['svelte-kit', 'sync'],
    ],
  },
  {
    name: 'format',
    checks: 'form of every file',
    commands: [['prettier', '--check', '--log-level', 'warn', '.']],
  },
  { name: 'lint', checks: 'habits of the code', commands: [['eslint', '.', '--max-warnings', '0']] },
  {
    name: 'types',
    checks: 'types of pages and programs, and of rules without Node or browser',
    commands: [
      ['svelte-check', '--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human'],
      ['tsc', '-p', 'tsconfig.rules.json'],
    ],
  },
  {
    name: 'walls',
    checks: 'who imports whom',
    commands: [['depcruise', 'src', '--config', '.dependency-cruiser.cjs', '--output-type', 'err-long']],
  },
  {
    name: 'build',
    checks: 'pages are built',
    commands: [['node', '--input-type=module', '--eval', buildPages]],
  },
  {
    name: 'unit',
    checks: 'manners, rules, actions on a real database, contract, faults',
    commands: [['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`]],
    count: () => countUnit(readJson(unitReport)),
  },
  {
    name: 'journeys',
    checks: 'ways through the pages, in Chromium',
    commands: [['playwright', 'test']],
    environment: () => ({ CHROMIUM_PATH: findBrowser(), PLAYWRIGHT_JSON_OUTPUT_FILE: journeyReport }),
    count: () => countJourneys(readJson(journeyReport)),
  },
]

/** What a step came to. */
interface Outcome {
  readonly step: Step
  readonly ok: boolean
  readonly seconds: number
  readonly count: Count
}

const none: Count = { passed: 0, failed: 0, skipped: 0 }

/** Runs the steps in order, or those that are named, and stops at the first that fails. Gives the exit code. */
async function testAll(wanted: readonly string[]): Promise<number> {
  const chosen = steps.filter((step) => wanted.length === 0 || wanted.includes(step.name))
  const unknown = wanted.filter((name) => !steps.some((step) => step.name === name))
  if (unknown.length > 0) {
    say(`No such step: ${unknown.join(', ')}. Steps: ${steps.map((step) => step.name).join(', ')}.`)
    return 2
  }
  rmSync(unitReport, { force: true })
  rmSync(journeyReport, { force: true })
  mkdirSync(results, { recursive: true })
  const outcomes: Outcome[] = []
  for (const [at, step] of chosen.entries()) {
    say(`\n━━ ${at + 1}/${chosen.length} ${step.name}: ${step.checks}\n`)
    const outcome = await runStep(step)
    outcomes.push(outcome)
    if (!outcome.ok) break
  }
  summarise(outcomes, chosen)
  return outcomes.every((outcome) => outcome.ok) ? 0 : 1
}

async function runStep(step: Step): Promise<Outcome> {
  const started = performance.now()
  const ok = await runCommands(step)
  const seconds = (performance.now() - started) / 1000
  const counted = step.count?.() ?? none
  // A step that fails without a failed test, such as a type error, counts as one.
  const count = !ok && counted.failed === 0 ? { ...counted, failed: 1 } : counted
  return { step, ok: ok && count.failed === 0, seconds, count }
}

async function runCommands(step: Step): Promise<boolean> {
  try {
    const environment = step.environment?.() ?? {}
    for (const command of step.commands) {
      if ((await run(command, environment)) !== 0) return false
    }
    return true
  } catch (error) {
    if (!(error instanceof NoBrowser)) throw error
    say(error.message)
    return false
  }
}

function run([program = '', ...words]: readonly string[], more: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program === 'node' ? process.execPath : join(programs, program), words, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, PATH: `${programs}${delimiter}${process.env['PATH'] ?? ''}`, ...more },
    })
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

function readJson(path: string): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>
  } catch {
    return {}
  }
}

function countUnit(report: Record<string, unknown>): Count {
  const number = (name: string) => Number(report[name] ?? 0)
  return {
    passed: number('numPassedTests'),
    failed: Math.max(number('numFailedTests'), report['success'] === false ? 1 : 0),
    skipped: number('numPendingTests') + number('numTodoTests'),
  }
}

function countJourneys(report: Record<string, unknown>): Count {
  const stats = (report['stats'] ?? {}) as Record<string, number>
  const errors = (report['errors'] ?? []) as unknown[]
  return {
    passed: stats['expected'] ?? 0,
    failed: (stats['unexpected'] ?? 0) + (stats['flaky'] ?? 0) + errors.length,
    skipped: stats['skipped'] ?? 0,
  }
}

function summarise(outcomes: readonly Outcome[], chosen: readonly Step[]): void {
  say('\n━━ Summary\n')
  for (const step of chosen) {
    const outcome = outcomes.find((one) => one.step === step)
    const mark = outcome === undefined ? '·' : outcome.ok ? '✓' : '✗'
    const time = outcome === undefined ? 'not run' : `${outcome.seconds.toFixed(1)} s`
    say(`  ${mark} ${step.name.padEnd(10)} ${time.padStart(9)}  ${step.checks}`)
  }
  const sum = (of: keyof Count) => outcomes.reduce((total, outcome) => total + outcome.count[of], 0)
  say(`\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

process.exitCode = await testAll(process.argv.slice(2))
