import { closed, gather, type StormCarrier } from "./carriers";
import { file, type StormServer, type Told } from "./clients";

export interface StormOptions {
  /** Carriers who press the button before the closing. */
  carriers: number;
  /** Seconds between the first press and the closing. */
  seconds: number;
}

/** What was told to everybody, for the verdict. */
export interface Storm {
  /** Pressed before the closing, some before the server was killed, some after it came back. */
  early: readonly Told[];
  /** Pressed after the closing. */
  late: readonly Told[];
  /** Receipts given when the server was killed. */
  acknowledgedBeforeTheKill: number;
}

/**
 * The closing night: carriers file in the last seconds, the server is killed in the middle and started again, their
 * browsers send the same form until it is answered; then others come too late, and everybody with a receipt presses the
 * button once more.
 */
export async function filingStorm(server: StormServer, options: StormOptions): Promise<Storm> {
  const lateCount = Math.ceil(options.carriers / 10);
  await server.start();
  const carriers = await gather(options.carriers + lateCount, options.seconds);
  const told = carriers.map(
    (carrier: StormCarrier): Told => ({ carrier, receipts: [], refusal: null, cuts: 0 }),
  );
  const early = told.slice(0, options.carriers);
  const late = told.slice(options.carriers);
  const afterwards = early.splice(Math.ceil(options.carriers * 0.7));

  const pressed = early.map((one) => file(server, one));
  await answersTo(pressed, Math.ceil(options.carriers / 5));
  const acknowledgedBeforeTheKill = early.filter(({ receipts }) => receipts.length > 0).length;
  await server.kill();
  await server.start();
  pressed.push(...afterwards.map((one) => file(server, one)));
  await Promise.all(pressed);

  await closed(carriers[0] as StormCarrier);
  const everybody = [...early, ...afterwards];
  const again = everybody.filter(({ receipts }) => receipts.length > 0);
  await Promise.all([...late, ...again].map((one) => file(server, one)));
  return { early: everybody, late, acknowledgedBeforeTheKill };
}

/** Resolves with the `count`-th answer, whichever they are. */
function answersTo(pressed: readonly Promise<void>[], count: number): Promise<void> {
  let answered = 0;
  return new Promise((resolve, reject) => {
    for (const one of pressed) {
      one.then(() => {
        answered += 1;
        if (answered === count) resolve();
      }, reject);
    }
  });
}
