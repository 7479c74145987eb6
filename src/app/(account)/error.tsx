"use client";

import { ErrorPage, type ErrorPageProps } from "@/ui/error-page";

export default function AccountError(props: ErrorPageProps) {
  return <ErrorPage {...props} />;
}
