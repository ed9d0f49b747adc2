import type { Kysely, Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Answers, Question, QuestionSet } from '../rules/questions.ts'
import type { QuestionTables, QuestionsRow } from './question-tables.ts'
import type { ReportsTables } from './tables.ts'

type Db = Kysely<QuestionTables>

/** The present version of each category, and the one before it. */
export async function readRecentQuestions(db: Db): Promise<Selectable<QuestionsRow>[]> {
  return db
    .selectFrom('report_questions as q')
    .selectAll()
    .where((is) =>
      is(
        'q.version',
        '>=',
        is
          .selectFrom('report_questions as newest')
          .whereRef('newest.category', '=', 'q.category')
          .select(sql<number>`max(newest.version) - 1`.as('from')),
      ),
    )
    .orderBy('q.category')
    .orderBy('q.version', 'desc')
    .execute()
}

/** The last versions of one category, newest first. */
export async function readQuestionVersions(
  db: Db,
  category: string,
  limit: number,
): Promise<Selectable<QuestionsRow>[]> {
  return db
    .selectFrom('report_questions')
    .selectAll()
    .where('category', '=', category)
    .orderBy('version', 'desc')
    .limit(limit)
    .execute()
}

/** Holds a category, so that of two changes of its questions one goes first. */
export async function lockCategory(db: Kysely<ReportsTables>, code: string): Promise<boolean> {
  const row = await db
    .selectFrom('report_categories')
    .select('code')
    .where('code', '=', code)
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}

export async function insertQuestions(
  db: Db,
  row: Omit<Selectable<QuestionsRow>, 'questions'> & { readonly questions: readonly Question[] },
): Promise<void> {
  await db
    .insertInto('report_questions')
    .values({ ...row, questions: JSON.stringify(row.questions) })
    .onConflict((conflict) => conflict.columns(['category', 'version']).doNothing())
    .execute()
}

export async function insertAnswers(
  db: Db,
  row: {
    readonly report_id: string
    readonly category: string
    readonly version: number
    readonly answers: Answers
  },
): Promise<void> {
  await db
    .insertInto('report_given_answers')
    .values({ ...row, answers: JSON.stringify(row.answers) })
    .execute()
}

/** What was answered for a report, with the questions as they were then. */
export async function readAnswersOf(
  db: Db,
  reportId: string,
): Promise<{ answers: Answers; questions: QuestionSet['questions'] } | undefined> {
  return db
    .selectFrom('report_given_answers as given')
    .innerJoin('report_questions as asked', (join) =>
      join.onRef('asked.category', '=', 'given.category').onRef('asked.version', '=', 'given.version'),
    )
    .where('given.report_id', '=', reportId)
    .select(['given.answers', 'asked.questions'])
    .executeTakeFirst()
}
