/** Where a ranking is shown; empty for what it has not. */
interface RankingAddress {
  session: string;
  call: string;
  round: string;
}

/** The id of a dossier's row in a ranking. */
export const rankedId = (number: string) => `rang-${number}`;

/** Every internal address of the portal, one function each. Pages, links, redirects and mails use nothing else. */
export const routes = {
  // Public
  home: () => "/",
  themes: (query?: URLSearchParams | string) => withQuery("/themes", query),
  openThemes: () => "/themes?etat=ouvert",
  theme: (slug: string) => `/themes/${slug}`,
  /** How its dossiers are scored, on the theme's page. */
  scoringRules: (slug: string) => `/themes/${slug}#notation`,
  /** All the questions of a dossier of the theme, to read before signing in. */
  blankForm: (slug: string) => `/themes/${slug}/formulaire`,
  simulator: (slug: string, query?: URLSearchParams | string) =>
    `${withQuery(`/themes/${slug}/simulation`, query)}`,
  finder: (query?: URLSearchParams | string) => withQuery("/trouver-mon-theme", query),
  calendar: () => "/calendrier",
  calendarFile: () => "/calendrier.ics",
  help: () => "/aide",
  signIn: (returnTo?: string) =>
    returnTo ? `/connexion?retour=${encodeURIComponent(returnTo)}` : "/connexion",
  /** Starts the dance with the provider: a plain link, never prefetched. */
  startSignIn: (query?: URLSearchParams) => withQuery("/connexion/agentconnect", query),
  /** The reader's own room. */
  landing: () => "/connexion/suite",
  signedOut: (how: "faite" | "partielle") => `/connexion?deconnexion=${how}`,
  refused: (reason: string) => `/connexion/refus?motif=${encodeURIComponent(reason)}`,
  unknownOrganisation: () => "/connexion/organisation",
  signOut: () => "/api/deconnexion",
  /** Where the provider sends people back after the logout; registered there. */
  signOutReturn: () => "/api/deconnexion/retour",
  accessibility: () => "/accessibilite",
  /** Says whether a fingerprint printed on a document is the portal's. */
  verification: (query?: URLSearchParams | string) => withQuery("/verification", query),
  legalNotice: () => "/mentions-legales",
  personalData: () => "/donnees-personnelles",
  cookies: () => "/gestion-des-cookies",
  siteMap: () => "/plan-du-site",

  // Carrier
  dossiers: () => "/dossiers",
  dossiersAfter: (number: string) => `/dossiers?apres=${number}`,
  /** `carried`: what was told while looking for the theme, by the names of `domain/dossier/carried-answers`. */
  newDossier: (slug: string, carried?: URLSearchParams) =>
    ["/dossiers/nouveau?theme=", slug, carried?.size ? `&${carried}` : ""].join(""),
  dossier: (number: string) => `/dossiers/${number}`,
  step: (number: string, step: string) => `/dossiers/${number}/etapes/${step}`,
  missing: (number: string) => `/dossiers/${number}/manques`,
  /** A table of a spreadsheet on its way into the plan or the sites. */
  pastedTable: (number: string, list: "depenses" | "sites") =>
    `/dossiers/${number}/tableaux/${list}`,
  /** One site of SNAP1; without a rank, a new one. */
  site: (number: string, rank?: number) => `/dossiers/${number}/sites/${rank ?? "nouveau"}`,
  dnum: (number: string) => `/dossiers/${number}/dnum`,
  summary: (number: string) => `/dossiers/${number}/recapitulatif`,
  refusedFiling: (number: string, code: string) =>
    `/dossiers/${number}/recapitulatif?refus=${code}`,
  /** The last filing's, or that of the filing told by its version. */
  receipt: (number: string, version?: number) =>
    withQuery(`/dossiers/${number}/recepisse`, version === undefined ? "" : `depot=${version}`),
  receiptFile: (number: string, version?: number) =>
    withQuery(
      `/api/v1/dossiers/${number}/recepisse.pdf`,
      version === undefined ? "" : `depot=${version}`,
    ),
  complements: (number: string) => `/dossiers/${number}/complements`,
  /** What the team and the instruction write to each other, as the team reads it. */
  messages: (number: string, query?: URLSearchParams | string) =>
    withQuery(`/dossiers/${number}/messages`, query),
  /** What a new presentation must answer, and the answers. */
  newPresentation: (number: string) => `/dossiers/${number}/nouvelle-presentation`,
  /** The decision in force, or a former one told by its id. */
  decision: (number: string, former?: string) =>
    withQuery(`/dossiers/${number}/decision`, former === undefined ? "" : `lettre=${former}`),
  letterFile: (number: string, former?: string) =>
    withQuery(
      `/api/v1/dossiers/${number}/lettre.pdf`,
      former === undefined ? "" : `lettre=${former}`,
    ),
  /** What changes for a dossier that goes to another theme. */
  ownRedirection: (number: string) => `/dossiers/${number}/reorientation`,
  appeal: (number: string) => `/dossiers/${number}/recours`,
  /** The hearing as its carrier prepares it: slot offered, questions of the jury. */
  ownHearing: (number: string) => `/dossiers/${number}/audition`,
  /** The project as its team leads it after the award: phases, changes, gains, closing. */
  project: (number: string) => `/dossiers/${number}/projet`,
  /** A phase of the project, by its position, and the crossing of its milestone. */
  phase: (number: string, position: number | string) => `/dossiers/${number}/phases/${position}`,
  /** What is due after the award, and the reports handed in. */
  followUp: (number: string) => `/dossiers/${number}/suivi`,
  report: (number: string, period: string) => `/dossiers/${number}/suivi/${period}`,
  reportHandIn: (number: string, period: string) => `/dossiers/${number}/suivi/${period}/remise`,
  reportCorrection: (number: string, period: string) =>
    `/dossiers/${number}/suivi/${period}/rectification`,
  changes: (number: string, kind?: string) =>
    withQuery(`/dossiers/${number}/modifications`, kind ? `type=${kind}` : ""),
  gains: (number: string) => `/dossiers/${number}/gains`,
  closing: (number: string) => `/dossiers/${number}/cloture`,
  withdrawal: (number: string) => `/dossiers/${number}/retrait`,
  team: (number: string) => `/dossiers/${number}/equipe`,
  teamMember: (number: string, agent: string) => `/dossiers/${number}/equipe/${agent}`,
  coCarriers: (number: string, query?: URLSearchParams | string) =>
    withQuery(`/dossiers/${number}/co-porteurs`, query),
  invitation: (token: string) => `/invitations/${token}`,
  answerHistory: (number: string, query?: URLSearchParams | string) =>
    withQuery(`/dossiers/${number}/historique`, query),
  fieldHistory: (number: string, field: string, query?: URLSearchParams | string) =>
    withQuery(`/dossiers/${number}/historique/${field}`, query),
  comments: (number: string, query?: URLSearchParams | string) =>
    withQuery(`/dossiers/${number}/commentaires`, query),
  duplication: (number: string, query?: URLSearchParams | string) =>
    withQuery(`/dossiers/${number}/dupliquer`, query),

  // Whoever is signed in
  notifications: () => "/notifications",
  notificationsAfter: (cursor: string) => `/notifications?apres=${cursor}`,
  account: () => "/compte",

  // Instruction
  instruction: (query?: URLSearchParams | string) => withQuery("/instruction", query),
  /** The whole list under filters, for a spreadsheet. */
  listFile: (format: "csv" | "xlsx" | "ods", query?: URLSearchParams | string) =>
    withQuery(`/api/v1/instruction/dossiers.${format}`, query),
  /** One act on several dossiers of the list, before it is done. */
  bulkAct: (query?: URLSearchParams | string) => withQuery("/instruction/action-groupee", query),
  /** What became of each dossier. */
  bulkOutcome: (id: string, query?: URLSearchParams | string) =>
    withQuery(`/instruction/action-groupee/${id}`, query),
  /** The views of the list a person saved: renamed, deleted. */
  savedViews: () => "/instruction/vues",
  instructionDossier: (number: string) => `/instruction/dossiers/${number}`,
  admissibility: (number: string) => `/instruction/dossiers/${number}/recevabilite`,
  complementRequests: (number: string) => `/instruction/dossiers/${number}/complements`,
  complementClosing: (number: string) => `/instruction/dossiers/${number}/complements/reprise`,
  carrierMessages: (number: string, query?: URLSearchParams | string) =>
    withQuery(`/instruction/dossiers/${number}/messages`, query),
  /** The carrier's other dossiers, and those that are near. */
  related: (number: string) => `/instruction/dossiers/${number}/rapprochements`,
  internalNotes: (number: string, query?: URLSearchParams | string) =>
    withQuery(`/instruction/dossiers/${number}/notes`, query),
  /** What was filed each time, and what changed from one filing to another. */
  filings: (number: string, query?: URLSearchParams | string) =>
    withQuery(`/instruction/dossiers/${number}/versions`, query),
  setAside: (number: string) => `/instruction/dossiers/${number}/ecarter`,
  /** Towards another theme: proposed by the one that has the dossier, answered by the other. */
  redirection: (number: string, query?: URLSearchParams | string) =>
    withQuery(`/instruction/dossiers/${number}/reorientation`, query),
  redirectionDecline: (number: string) => `/instruction/dossiers/${number}/reorientation/declin`,
  redirections: () => "/instruction/reorientations",
  redirectionsAfter: (id: string) => `/instruction/reorientations?apres=${id}`,
  jurors: (number: string) => `/instruction/dossiers/${number}/jures`,
  recusal: (number: string, assignment: string) =>
    `/instruction/dossiers/${number}/jures/${assignment}`,
  hearing: (number: string) => `/instruction/dossiers/${number}/audition`,
  scores: (number: string) => `/instruction/dossiers/${number}/notation`,
  proposal: (number: string) => `/instruction/dossiers/${number}/decision`,
  decisionReturn: (number: string) => `/instruction/dossiers/${number}/decision/renvoi`,
  directorOpinion: (number: string) => `/instruction/dossiers/${number}/decision/avis`,
  letter: (number: string) => `/instruction/dossiers/${number}/lettre`,
  examinedAppeal: (number: string) => `/instruction/dossiers/${number}/recours`,
  /** The project as those who examined it follow it after the award. */
  followedProject: (number: string) => `/instruction/dossiers/${number}/suivi`,
  examinedPhase: (number: string, position: number | string) =>
    `/instruction/dossiers/${number}/phases/${position}`,
  /** The reports of a project, as its theme reads them. */
  examinedReports: (number: string) => `/instruction/dossiers/${number}/suivi/comptes-rendus`,
  examinedReport: (number: string, period: string) =>
    `/instruction/dossiers/${number}/suivi/comptes-rendus/${period}`,
  /** The projects in execution of the themes one examines. */
  followedProjects: (query?: URLSearchParams | string) => withQuery("/instruction/suivi", query),
  followedProjectsFile: (query?: URLSearchParams | string) =>
    withQuery("/api/v1/instruction/suivi.csv", query),
  examinedChange: (number: string, request: number | string) =>
    `/instruction/dossiers/${number}/modifications/${request}`,
  examinedClosing: (number: string) => `/instruction/dossiers/${number}/cloture`,
  audit: (number: string) => `/instruction/dossiers/${number}/historique`,
  arbitrations: () => "/instruction/arbitrages",
  arbitration: (list: string) => `/instruction/arbitrages/${list}`,
  arbitrationLine: (list: string, number: string) => `/instruction/arbitrages/${list}/${number}`,
  decisions: (query?: URLSearchParams | string) => withQuery("/instruction/decisions", query),
  /** The ranking of a call, and of its round: on the page of a sitting, or among the decisions. */
  ranking: ({ session, call, round }: RankingAddress, query = "") =>
    session
      ? withQuery(routes.sessionRanking(session), query)
      : withQuery(
          "/instruction/decisions",
          [call && `ouverture=${call}`, round && `tour=${round}`, query].filter(Boolean).join("&"),
        ),
  /** The same at the row of a dossier, chosen. */
  rankedDossier: ({ dossier, ...address }: RankingAddress & { dossier: string }): string =>
    dossier
      ? `${routes.ranking(address, `dossier=${dossier}`)}#${rankedId(dossier)}`
      : routes.ranking(address),

  opinions: (number: string) => `/instruction/dossiers/${number}/avis`,
  opinionRequest: (number: string, opinion: string) =>
    `/instruction/dossiers/${number}/avis/${opinion}`,
  juries: () => "/instruction/jurys",
  /** The themes one leads or instructs: money, delays, drift. */
  ownThemes: () => "/instruction/themes",
  ownTheme: (slug: string) => `/instruction/themes/${slug}`,
  themeJury: (slug: string) => `/instruction/themes/${slug}/jury`,
  juryMember: (slug: string, membership: string) =>
    `/instruction/themes/${slug}/jury/${membership}`,

  // Jury
  jury: () => "/jury",
  juryInvitation: (id: string) => `/jury/invitations/${id}`,
  interests: () => "/jury/interets",
  sheet: (number: string) => `/jury/dossiers/${number}/fiche`,
  /** What changed in a dossier entrusted to a juror, from one filing to another. */
  sheetFilings: (number: string, query?: URLSearchParams | string) =>
    withQuery(`/jury/dossiers/${number}/versions`, query),
  handIn: (number: string) => `/jury/dossiers/${number}/remise`,
  scoreRevision: (number: string, criterion: string) =>
    `/jury/dossiers/${number}/revision/${criterion}`,
  abstention: (number: string) => `/jury/dossiers/${number}/abstention`,
  sessions: () => "/jury/seances",
  session: (id: string) => `/jury/seances/${id}`,
  sessionSettings: (id: string) => `/jury/seances/${id}/reglages`,
  sessionMembers: (id: string) => `/jury/seances/${id}/membres`,
  sessionConvocation: (id: string) => `/jury/seances/${id}/convocation`,
  /** One dossier of the agenda: questions to its carrier, and what concerns its passage. */
  sessionItem: (id: string, number: string) => `/jury/seances/${id}/dossiers/${number}`,
  room: (id: string) => `/jury/seances/${id}/salle`,
  sessionRanking: (id: string) => `/jury/seances/${id}/classement`,
  minutes: (id: string) => `/jury/seances/${id}/proces-verbal`,

  // Experts
  myOpinions: () => "/avis",
  /** What the link of the mail opens, before one accepts. */
  opinionLink: (token: string) => `/avis/lien/${token}`,
  opinion: (id: string) => `/avis/${id}`,
  opinionHandIn: (id: string) => `/avis/${id}/remise`,
  opinionDecline: (id: string) => `/avis/${id}/declin`,

  // Ministry, auditor, administrator
  ministry: (query?: URLSearchParams | string) => withQuery("/ministere", query),
  /** The whole portfolio under filters, for a spreadsheet. */
  ministryFile: (format: "csv" | "xlsx" | "ods", query?: URLSearchParams | string) =>
    withQuery(`/api/v1/ministere/dossiers.${format}`, query),
  /** The ministry's key figures, to print. */
  ministrySynthesis: (query?: URLSearchParams | string) => withQuery("/ministere/synthese", query),
  /** The views of the portfolio a person saved: renamed, deleted. */
  ministryViews: () => "/ministere/vues",
  ministryDossier: (number: string) => `/ministere/dossiers/${number}`,
  /** The life of a project after its award, as its ministry reads it. */
  ministryProject: (number: string) => `/ministere/dossiers/${number}/projet`,
  ministryReports: (number: string) => `/ministere/dossiers/${number}/suivi`,
  ministryReport: (number: string, period: string) =>
    `/ministere/dossiers/${number}/suivi/${period}`,
  /** The projects in execution of one's ministries. */
  ministryProjects: (query?: URLSearchParams | string) => withQuery("/ministere/suivi", query),
  visas: (query?: URLSearchParams | string) => withQuery("/ministere/visas", query),
  visa: (number: string) => `/ministere/visas/${number}`,
  ministryOrganisations: (query?: URLSearchParams | string) =>
    withQuery("/ministere/organisations", query),
  /** The credits, from the BOP to the dossier. */
  credits: (query?: URLSearchParams | string) => withQuery("/credits", query),
  creditUnitCreation: () => "/credits/unites/nouvelle",
  creditUnit: (unit: string, query?: URLSearchParams | string) =>
    withQuery(`/credits/unites/${unit}`, query),
  /** Proposes a movement between a unit and its BOP; `movement` is a slug of `domain/credits/movements`. */
  creditUnitMovement: (unit: string, movement: string) => `/credits/unites/${unit}/${movement}`,
  creditDossier: (number: string) => `/credits/dossiers/${number}`,
  creditDossierMovement: (number: string, movement: string, query?: URLSearchParams | string) =>
    withQuery(`/credits/dossiers/${number}/${movement}`, query),
  creditProposal: (proposal: string) => `/credits/propositions/${proposal}`,
  creditImports: () => "/credits/imports",
  /** What an extract of the accounting holds, line by line. */
  creditImport: (extract: string, query?: URLSearchParams | string) =>
    withQuery(`/credits/imports/${extract}`, query),
  /** The funds as a whole, for the committee and those who keep a BOP. */
  steering: (query?: URLSearchParams | string) => withQuery("/cosinum", query),
  /** The projects behind a figure. */
  steeredProjects: (query?: URLSearchParams | string) => withQuery("/cosinum/projets", query),
  steeredProjectsFile: (format: "csv" | "xlsx", query?: URLSearchParams | string) =>
    withQuery(`/api/v1/cosinum/projets.${format}`, query),
  /** The note of the committee: what its page says, to read and to print. */
  steeringNote: (query?: URLSearchParams | string) => withQuery("/cosinum/note", query),
  steeringNoteFile: (query?: URLSearchParams | string) =>
    withQuery("/api/v1/cosinum/note.pdf", query),
  /** One table of the committee, by its key. */
  steeringTableFile: (format: "csv" | "xlsx", query?: URLSearchParams | string) =>
    withQuery(`/api/v1/cosinum/tableau.${format}`, query),
  auditSearch: (query?: URLSearchParams | string) => withQuery("/audit", query),
  auditDossier: (number: string) => `/audit/dossiers/${number}`,
  /** The life of a project, and each of its reports, as an auditor reads them. */
  auditProject: (number: string) => `/audit/dossiers/${number}/projet`,
  auditReport: (number: string, period: string) => `/audit/dossiers/${number}/projet/${period}`,
  /** What proves a decision. */
  evidence: (decision: string) => `/audit/decisions/${decision}`,
  evidenceFile: (decision: string) => `/api/v1/audit/decisions/${decision}`,
  auditFile: (number: string) => `/api/v1/audit/${number}`,
  administration: () => "/administration",
  administrationRoles: (query?: URLSearchParams | string) =>
    withQuery("/administration/roles", query),
  administrationAgent: (id: string) => `/administration/roles/${id}`,
  administrationGrant: (id: string) => `/administration/roles/${id}/attribution`,
  administrationRevocation: (id: string, grant: string) =>
    `/administration/roles/${id}/retrait/${grant}`,
  administrationIdentity: (id: string) => `/administration/roles/${id}/identite`,
  administrationAccount: (id: string) => `/administration/roles/${id}/compte`,
  administrationDossiers: (query?: URLSearchParams | string) =>
    withQuery("/administration/dossiers", query),
  administrationCalls: () => "/administration/ouvertures",
  administrationCall: (id: string) => `/administration/ouvertures/${id}`,
  administrationCallCreation: () => "/administration/ouvertures/nouvelle",
  administrationFundOwners: () => "/administration/proprietaires",
  administrationOrganisations: () => "/administration/organisations",
  administrationOrganisation: (siret: string) => `/administration/organisations/${siret}`,
  administrationProcedures: (query?: URLSearchParams | string) =>
    withQuery("/administration/demarches", query),
  administrationProcedure: (code: string) => `/administration/demarches/${code}`,
  administrationProcedureAddition: () => "/administration/demarches/ajout",
  administrationProcedureImport: () => "/administration/demarches/import",

  // Plumbing
  saveAnswers: (number: string) => `/api/v1/dossiers/${number}/reponses`,
  saveCommitment: (number: string) => `/api/v1/dossiers/${number}/engagements`,
  planFile: (number: string, kind: "csv" | "xlsx") => `/api/v1/dossiers/${number}/plan.${kind}`,
  saveReport: (number: string, period: string) => `/api/v1/dossiers/${number}/suivi/${period}`,
  /** The answers to the points asked of a dossier that came back. */
  saveReplies: (number: string) => `/api/v1/dossiers/${number}/precisions`,
  savePlan: (number: string) => `/api/v1/dossiers/${number}/plan`,
  /** The files of a dossier: announced, listed, or posted by a form. */
  files: (number: string) => `/api/v1/dossiers/${number}/fichiers`,
  /** One file: its bytes arrive there piece by piece, and leave from there. */
  fileContent: (number: string, file: string) => `/api/v1/dossiers/${number}/fichiers/${file}`,
  fileRemoval: (number: string, file: string) =>
    `/api/v1/dossiers/${number}/fichiers/${file}/retrait`,
  /** All that was kept of a closed project. */
  projectArchive: (number: string) => `/api/v1/dossiers/${number}/projet.zip`,
  allFiles: (number: string) => `/api/v1/dossiers/${number}/fichiers.zip`,
  presence: (number: string) => `/api/v1/dossiers/${number}/presence`,
  file: () => "/api/v1/depots",
  /** Receives an extract of the accounting. */
  sendExtract: () => "/api/v1/credits/extraits",
  extractReport: (extract: string) => `/api/v1/credits/extraits/${extract}`,
  saveOpinion: (id: string) => `/api/v1/avis/${id}`,
  saveSheet: (number: string) => `/api/v1/fiches/${number}`,
  sessionPack: (id: string) => `/api/v1/seances/${id}/dossiers.zip`,
  /** What the screens of a room ask for, every two seconds. */
  roomState: (id: string, seen?: string) =>
    withQuery(`/api/v1/seances/${id}/etat`, seen ? `depuis=${seen}` : ""),
  saveDeliberation: (id: string) => `/api/v1/seances/${id}/deliberation`,
  minutesFile: (id: string) => `/api/v1/seances/${id}/proces-verbal.pdf`,
  /** Says that the portal is away, and comes back to the address asked for. */
  unavailable: (returnTo: string) => `/indisponible?retour=${encodeURIComponent(returnTo)}`,
  apiThemes: () => "/api/v1/themes",
  apiTheme: (code: string) => `/api/v1/themes/${code}`,
  apiSimulation: (code: string) => `/api/v1/themes/${code}/simulation`,
  openApi: () => "/api/v1/openapi.json",
  alive: () => "/sante",
  ready: () => "/sante/pret",
} as const;

function withQuery(path: string, query?: URLSearchParams | string): string {
  const text = query?.toString() ?? "";
  return text ? `${path}?${text}` : path;
}
