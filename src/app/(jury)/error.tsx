"use client";

import { ErrorPage, type ErrorPageProps } from "@/ui/error-page";

export default function JuryError(props: ErrorPageProps) {
  return <ErrorPage {...props} />;
}
