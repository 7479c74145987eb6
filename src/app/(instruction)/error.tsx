"use client";

import { ErrorPage, type ErrorPageProps } from "@/ui/error-page";

export default function InstructionError(props: ErrorPageProps) {
  return <ErrorPage {...props} />;
}
