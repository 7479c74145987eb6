import "@/features/credits/credits.css";
import type { ReactNode } from "react";
import { RoomFrame } from "../room-frame";

export default function CreditsLayout({ children }: { children: ReactNode }) {
  return <RoomFrame>{children}</RoomFrame>;
}
