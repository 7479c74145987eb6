"use client";

import { ErrorPage, type ErrorPageProps } from "@/ui/error-page";

export default function ExpertError(props: ErrorPageProps) {
  return <ErrorPage {...props} />;
}
