import type { ReactNode } from "react";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export interface TextPageProps {
  title: string;
  /** The sentence that says what the page is for. */
  lead?: ReactNode;
  children: ReactNode;
}

/** A page of text: path, title, lead, content on a readable width. */
export function TextPage({ title, lead, children }: TextPageProps) {
  return (
    <>
      <PageBreadcrumb current={title} />
      <div className="fr-grid-row">
        <div className="fr-col-12 fr-col-md-10 fr-col-lg-8">
          <h1>{title}</h1>
          {lead !== undefined && <p className="fr-text--lead">{lead}</p>}
          {children}
        </div>
      </div>
    </>
  );
}
