import "@/features/notifications/notifications.css";
import type { ReactNode } from "react";
import { RoomFrame } from "../room-frame";

export default function AccountLayout({ children }: { children: ReactNode }) {
  return <RoomFrame>{children}</RoomFrame>;
}
