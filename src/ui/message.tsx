import type { ReactNode } from "react";

export interface MessageProps {
  severity: "info" | "success" | "warning" | "error";
  /** Begins « Erreur : », « Attention : », « Information : » or « Succès : ». */
  title?: ReactNode;
  children?: ReactNode;
  /** Level of the title. Default: h2. */
  as?: "h2" | "h3" | "h4" | "p";
  small?: boolean;
  /** Only when the message appears after the page has loaded; absent when it comes with the page. */
  role?: "alert" | "status";
  id?: string;
}

/** The DSFR alert, rendered on the server. */
export function Message({ severity, title, children, as, small, role, id }: MessageProps) {
  const Title = as ?? "h2";
  const size = small ? " fr-alert--sm" : "";
  return (
    <div className={`fr-alert fr-alert--${severity}${size} fr-mb-3w`} role={role} id={id}>
      {title !== undefined && <Title className="fr-alert__title">{title}</Title>}
      {typeof children === "string" ? <p>{children}</p> : children}
    </div>
  );
}
