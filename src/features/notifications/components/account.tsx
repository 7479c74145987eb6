import { InstantTime } from "@/ui/date-time";
import { DefinitionList } from "@/ui/definition-list";
import type { MyAccount } from "../queries/my-account";
import { PreferencesForm } from "./preferences-form";
import { SessionsForm } from "./sessions-form";

/** Who I am for the portal, which mails I receive, where I am signed in. */
export function Account({ account }: { account: MyAccount }) {
  const { roles, sessions } = account;
  return (
    <>
      <p className="fr-text--lead">
        Votre nom, votre adresse et votre organisation viennent de votre compte professionnel
        {"\u00A0"}: le portail les relit à chaque connexion.
      </p>
      <section aria-labelledby="identite">
        <h2 id="identite" className="fr-h4">
          Mon identité
        </h2>
        <DefinitionList
          items={[
            { term: "Nom", details: account.name },
            { term: "Adresse électronique", details: account.email },
            { term: "Organisation", details: account.organisation },
            {
              term: "Rôles",
              details:
                roles.length === 0 ? (
                  "Aucun\u00A0: porter un projet n’en demande pas."
                ) : (
                  <ul className="fr-my-0">
                    {roles.map(({ label, scope }) => (
                      <li key={`${label} ${scope}`}>
                        {label}
                        {"\u00A0"}: {scope}
                      </li>
                    ))}
                  </ul>
                ),
            },
          ]}
        />
      </section>
      <section aria-labelledby="courriels" className="fr-mt-4w">
        <h2 id="courriels" className="fr-h4">
          Les courriels que je reçois
        </h2>
        <p>
          Chaque fait reste écrit dans vos notifications, que vous en receviez un courriel ou non.
        </p>
        <PreferencesForm choices={account.optional} />
        <p className="fr-mt-3w fr-mb-1w">
          D’autres courriels partent toujours, parce qu’ils donnent une preuve, un accès ou font
          courir un délai{"\u00A0"}:
        </p>
        <ul>
          {account.compulsory.map((label) => (
            <li key={label}>{label}</li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="sessions" className="fr-mt-4w">
        <h2 id="sessions" className="fr-h4">
          Mes sessions ouvertes
        </h2>
        <ul>
          {sessions.map(({ id, openedAt, endsAt, current }) => (
            <li key={id}>
              {current ? "Cette session, ouverte" : "Ouverte"} le <InstantTime instant={openedAt} />
              , se termine le <InstantTime instant={endsAt} />.
            </li>
          ))}
        </ul>
        <SessionsForm others={sessions.length > 1} />
      </section>
    </>
  );
}
