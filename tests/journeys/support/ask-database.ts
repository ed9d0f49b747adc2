import pg from 'pg'

/** Asks the database behind the program, for what no page shows: such as the code in a text message. */
export async function askDatabase<Row extends object>(
  query: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: process.env['JOURNEY_DATABASE'] ?? '' })
  await client.connect()
  try {
    return (await client.query<Row>(query, [...values])).rows
  } finally {
    await client.end()
  }
}
