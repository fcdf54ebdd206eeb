package fr.jalon.orientation.application;

import fr.jalon.orientation.domaine.EtatTransfert;
import fr.jalon.orientation.lecture.Transferts;
import fr.jalon.orientation.lecture.Transferts.Transfert;
import fr.jalon.travaux.Bilan;
import fr.jalon.travaux.GenreDeTravail;
import fr.jalon.travaux.TravailEnCours;

/** A job about one transfer, done or undone: what it carries, that it is taken up again, what becomes of the transfer when it stops. */
abstract class TravailDeTransfert implements GenreDeTravail<TravailDeTransfert.Numero> {
  private final String code;
  private final EtatTransfert pendant;
  protected final RegistreDesTransferts registre;
  protected final Transferts transferts;

  /** @param code see {@link GenreDeTravail#code()}; @param pendant where the transfer stands while it runs */
  TravailDeTransfert(String code, EtatTransfert pendant, RegistreDesTransferts registre, Transferts transferts) {
    this.code = code;
    this.pendant = pendant;
    this.registre = registre;
    this.transferts = transferts;
  }

  /** @param id of the transfer */
  record Numero(long id) {}

  /** Does it to this transfer, by parts. */
  abstract Bilan executer(Transfert t, TravailEnCours enCours);

  @Override
  public final String code() {
    return code;
  }

  @Override
  public final Class<Numero> parametres() {
    return Numero.class;
  }

  @Override
  public final boolean seReprend() {
    return true;
  }

  @Override
  public final Bilan executer(Numero numero, TravailEnCours enCours) {
    return executer(transferts.un(numero.id()).orElseThrow(), enCours);
  }

  @Override
  public final void rendre(Numero numero, boolean annule, String phrase) {
    registre.cesser(numero.id(), pendant);
  }

  @Override
  public final void rendreLesOrphelins() {
    registre.rendreLesOrphelins(pendant, code);
  }
}
