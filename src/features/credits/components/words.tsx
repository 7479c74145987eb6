/** The abbreviations of the page, said once. */
export function CreditWords() {
  return (
    <details className="guichet-details fr-mb-4w">
      <summary>Ce que veulent dire BOP, UO, AE, CP et EJ</summary>
      <ul>
        <li>BOP{"\u00A0"}: budget opérationnel de programme, à la DINUM ou à la DITP.</li>
        <li>UO{"\u00A0"}: unité opérationnelle, qui reçoit du BOP les crédits d’un ministère.</li>
        <li>AE{"\u00A0"}: autorisations d’engagement, le plus que l’on peut promettre de payer.</li>
        <li>CP{"\u00A0"}: crédits de paiement, le plus que l’on peut payer.</li>
        <li>EJ et DP{"\u00A0"}: engagement juridique et demande de paiement, dans Chorus.</li>
      </ul>
    </details>
  );
}
