"use client";

import { ErrorPage, type ErrorPageProps } from "@/ui/error-page";

export default function AuditError(props: ErrorPageProps) {
  return <ErrorPage {...props} />;
}
