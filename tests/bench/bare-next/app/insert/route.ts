import pg from "pg";

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 20 });

/** Writes one row with what it is sent, and nothing else. */
export async function POST(request: Request): Promise<Response> {
  const { body } = (await request.json()) as { body: string };
  const { rows } = await pool.query("INSERT INTO bench_row (body) VALUES ($1) RETURNING id", [
    body,
  ]);
  return Response.json(rows[0], { status: 201 });
}
