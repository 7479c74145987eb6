import type { ReactNode } from "react";
import { RoomFrame } from "../room-frame";

export default function ExpertLayout({ children }: { children: ReactNode }) {
  return <RoomFrame>{children}</RoomFrame>;
}
