import "@/features/sittings/sittings.css";
import type { ReactNode } from "react";
import { RoomFrame } from "../room-frame";

export default function JuryLayout({ children }: { children: ReactNode }) {
  return <RoomFrame>{children}</RoomFrame>;
}
