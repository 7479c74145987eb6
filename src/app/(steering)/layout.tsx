import "@/features/steering/steering.css";
import "@/ui/charts/charts.css";
import type { ReactNode } from "react";
import { RoomFrame } from "../room-frame";

export default function SteeringLayout({ children }: { children: ReactNode }) {
  return <RoomFrame>{children}</RoomFrame>;
}
