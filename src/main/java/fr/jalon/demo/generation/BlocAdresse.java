package fr.jalon.demo.generation;

import java.time.LocalDate;

/** Writes the present address, and the one before when there was a move. */
final class BlocAdresse {
  private BlocAdresse() {}

  static void ecrire(FluxXml xml, Dossier dossier, LocalDate date) {
    adresse(xml, dossier, "01", dossier.domicileAu(date));
    Dossier.Domicile precedent = dossier.domicilePrecedent(date);
    if (precedent != null) {
      adresse(xml, dossier, "02", precedent);
    }
  }

  /** The present address alone. */
  static void presente(FluxXml xml, Dossier dossier, LocalDate date) {
    adresse(xml, dossier, "01", dossier.domicileAu(date));
  }

  private static void adresse(FluxXml xml, Dossier dossier, String rang, Dossier.Domicile domicile) {
    boolean sans = dossier.sansDomicile && rang.equals("01");
    xml.ouvrir("Adresse").ouvrir("TroncCommunAdresse").valeur("RGADR", rang).valeur("DTEMM", domicile.depuis()).valeur("PAYS", "FRA")
        .valeur("TYPEADR", "D").valeur("ETATADR", "CO").fermer();
    xml.ouvrir("AdresseDetailleeFrance").valeur("COMPLIDEADR", sans ? "ELECTION DE DOMICILE CCAS" : "")
        .valeur("COMPLADR", sans ? "" : domicile.complement()).valeur("NUMVOIE", sans ? "" : domicile.numero())
        .valeur("LIBTYPEVOIE", sans ? "" : domicile.typeVoie()).valeur("NOMVOIE", sans ? "HOTEL DE VILLE" : domicile.nomVoie())
        .valeur("LIEUDIST", sans ? "" : domicile.lieuDit()).valeur("NUMCOM", domicile.commune().code())
        .valeur("CODEPOS", domicile.commune().codePostal()).valeur("NOMCOM", domicile.commune().capitales()).fermer().fermer();
  }
}
