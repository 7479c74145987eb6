"use client";

import { ErrorPage, type ErrorPageProps } from "@/ui/error-page";

export default function SteeringError(props: ErrorPageProps) {
  return <ErrorPage {...props} />;
}
