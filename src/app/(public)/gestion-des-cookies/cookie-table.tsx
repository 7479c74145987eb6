import { DataTable } from "@/ui/data-table";

interface Cookie {
  name: string;
  use: string;
  life: string;
}

const COOKIES: readonly Cookie[] = [
  { name: "guichet-session", use: "Reconnaître votre session", life: "12 heures au plus" },
  {
    name: "guichet-connecte",
    use: "Afficher «\u00A0Mon espace\u00A0» sur les pages publiques, sans rien dire de vous",
    life: "12 heures au plus",
  },
  {
    name: "Cookies de connexion",
    use: "Protéger l’échange avec AgentConnect pendant que vous vous identifiez",
    life: "15 minutes",
  },
];

/** The cookies of the portal, all of them. */
export function CookieTable() {
  return (
    <DataTable
      id="cookies"
      caption="Cookies déposés à la connexion"
      rows={COOKIES}
      rowKey={(row) => row.name}
      columns={[
        { key: "name", header: "Cookie", rowHeader: true, cell: (row) => row.name },
        { key: "use", header: "Usage", cell: (row) => row.use },
        { key: "life", header: "Durée", cell: (row) => row.life },
      ]}
    />
  );
}
