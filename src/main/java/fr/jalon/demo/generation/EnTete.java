package fr.jalon.demo.generation;

import fr.jalon.demo.generation.DepartementDemo.Organisme;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * What identifies a file.
 *
 * @param partenaire IDEPARTE
 * @param type       M monthly, J daily
 * @param creation   day the payer made it
 * @param reference  DTREF
 */
record EnTete(Organisme organisme, String partenaire, char type, LocalDate creation, LocalDate reference) {

  boolean msa() {
    return organisme.fonction().equals("MSA");
  }

  /** CAF writes windows-1252, MSA writes UTF-8. */
  Charset encodage() {
    return msa() ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
  }

  void ecrire(FluxXml xml, boolean avecReference) {
    xml.ouvrir("IdentificationFlux").valeur("APPLIEME", msa() ? "AGO" : "CRI").valeur("NUMVERSIONAPPLIEME", msa() ? "0420" : "6200")
        .valeur("TYPEFLUX", String.valueOf(type)).valeur("NATFLUX", "D").valeur("DTCREAFLUX", creation)
        .valeur("HEUCREAFLUX", "01:%02d:36.0000".formatted(creation.getDayOfMonth()));
    if (avecReference) {
      xml.valeur("DTREF", reference);
    }
    xml.fermer().ligne();
  }

  /** The payer, the partner and the claim. */
  void identifier(FluxXml xml, Dossier dossier) {
    xml.ouvrir("Organisme").valeur("FONORG", organisme.fonction()).valeur("NUMORG", organisme.numero())
        .nombre("MATRICULE", msa() ? dossier.matriculeMsa() : dossier.matricule, 15).fermer();
    xml.ouvrir("Partenaire").valeur("TYPEPARTE", "CG ").valeur("IDEPARTE", partenaire).fermer();
    xml.ouvrir("DemandeRSA").valeur("DTDEMRSA", dossier.demande).valeur("NUMDEMRSA", dossier.numero).fermer();
  }
}
