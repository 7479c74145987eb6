import { readRoomState } from "@/features/sittings/queries/room";
import { bareRoute } from "@/server/route";

/**
 * What the screen of a member of a sitting shows, version 1; 204 while nothing of it has changed since `depuis`. Asked
 * every two seconds.
 */
export const GET = bareRoute({ name: "room-state" }, async ({ actor, params, request }) => {
  const seen = new URL(request.url).searchParams.get("depuis") ?? undefined;
  const state = await readRoomState(actor, params.id ?? "", seen);
  return state ? { json: state } : new Response(null, { status: 204 });
});
