import "@/features/follow-up/follow-up.css";
import type { ReactNode } from "react";
import { RoomFrame } from "../room-frame";

export default function MinistryLayout({ children }: { children: ReactNode }) {
  return <RoomFrame>{children}</RoomFrame>;
}
