import "@/features/follow-up/follow-up.css";
import "@/features/sittings/sittings.css";
import "@/features/dossiers/dossiers.css";
import type { ReactNode } from "react";
import { RoomFrame } from "../room-frame";

export default function CarrierLayout({ children }: { children: ReactNode }) {
  return <RoomFrame>{children}</RoomFrame>;
}
