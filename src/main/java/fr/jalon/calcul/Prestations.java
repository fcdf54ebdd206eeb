package fr.jalon.calcul;

/**
 * Family benefits as the CAF pays them, by month: given, never computed.
 *
 * @param af           allocations familiales paid, with age majorations
 * @param afBase       allocations familiales without age majorations
 * @param cf           complément familial paid
 * @param cfNonMajore  complément familial without its majoration
 * @param asf          allocation de soutien familial paid
 * @param pajeBase     base allowance of the PAJE
 * @param prepare      PreParE, CLCA
 */
public record Prestations(ParMois af, ParMois afBase, ParMois cf, ParMois cfNonMajore, ParMois asf, ParMois pajeBase, ParMois prepare) {
  /** None. */
  public static final Prestations AUCUNE =
      new Prestations(ParMois.RIEN, ParMois.RIEN, ParMois.RIEN, ParMois.RIEN, ParMois.RIEN, ParMois.RIEN, ParMois.RIEN);

  /** The same with allocations familiales without age majoration. */
  public Prestations avecAf(ParMois montants) {
    return new Prestations(montants, montants, cf, cfNonMajore, asf, pajeBase, prepare);
  }

  /** The same with an allocation de soutien familial. */
  public Prestations avecAsf(ParMois montants) {
    return new Prestations(af, afBase, cf, cfNonMajore, montants, pajeBase, prepare);
  }
}
