"use client";

import { ErrorPage, type ErrorPageProps } from "@/ui/error-page";

export default function CreditsError(props: ErrorPageProps) {
  return <ErrorPage {...props} />;
}
