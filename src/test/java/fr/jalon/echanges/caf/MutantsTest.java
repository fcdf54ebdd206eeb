package fr.jalon.echanges.caf;

import static fr.jalon.personnages.DossierCaf.dossier;
import static fr.jalon.personnages.PersonneCaf.conjoint;
import static fr.jalon.personnages.PersonneCaf.demandeur;
import static fr.jalon.personnages.PersonneCaf.enfant;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.allocataires.Libelles;
import fr.jalon.allocataires.constat.CleFoyer;
import fr.jalon.echanges.bornes.Travail;
import fr.jalon.echanges.caf.application.Rapport;
import fr.jalon.echanges.caf.flux.Dossier;
import fr.jalon.echanges.caf.flux.DossierRejete;
import fr.jalon.echanges.caf.flux.FluxRefuse;
import fr.jalon.echanges.caf.flux.LecteurDeFlux;
import fr.jalon.echanges.caf.flux.Morceau;
import fr.jalon.echanges.caf.flux.LectureBeneficiaire;
import fr.jalon.echanges.caf.flux.LectureFinanciere;
import fr.jalon.echanges.caf.flux.LectureIdentification;
import fr.jalon.echanges.caf.flux.Ouverture;
import fr.jalon.personnages.DossierCaf;
import fr.jalon.personnages.FichierCaf;
import fr.jalon.personnages.FichierCaf.Format;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever happens to a file on its way: loaded, refused whole or rejected in part; always with a reason, never by half, never a crash. */
@EssaiDeFichiers
class MutantsTest {
  /** Some hundreds in the suite; {@code -Djalon.mutants=10000} for all. */
  private static final int LUS = Integer.getInteger("jalon.mutants", 600);
  private static final int CHARGES = Integer.getInteger("jalon.mutants.charges", 100);
  /** Bytes one mutant may make the reading allocate: its work, whatever else runs on the machine. */
  private static final long BUDGET = 64L << 20;
  @Autowired
  Guichet guichet;
  @Autowired
  Libelles libelles;

  @Test
  void des_mutants_se_lisent_ou_disent_pourquoi_ils_ne_se_lisent_pas_dans_un_budget_de_memoire() throws IOException {
    List<byte[]> originaux = List.of(fichier(Format.VRSB).octets(), fichier(Format.VRSD).encode("UTF-8", "UTF-8").octets(),
        fichier(Format.VRSF).octets(),
        fichier(Format.VRSC).octets(), FichierCaf.gz(fichier(Format.VRSB).octets()), FichierCaf.zip(fichier(Format.VRSB).octets(), "RSABEM.xml"));
    int entiers = 0;
    int refuses = 0;
    int rejetes = 0;
    long pire = 0;
    for (int i = 0; i < LUS; i++) {
      byte[] original = originaux.get(i % originaux.size());
      byte[] mutant = i % 5 == 0 ? Mutations.gonfler(original, i) : Mutations.muter(original, i);
      int[] compte = {0};
      try {
        long travail = Travail.de(() -> compte[0] = lire(mutant));
        assertThat(travail).as("travail du mutant %d", i).isLessThan(BUDGET);
        pire = Math.max(pire, travail);
        rejetes += compte[0];
        entiers++;
      } catch (FluxRefuse refus) {
        assertThat(refus.getMessage()).as("mutant %d", i).matches("(?s)[A-ZÀ-Ý].{20,}\\.");
        refuses++;
      } catch (RuntimeException | Error e) {
        throw new AssertionError("Le mutant " + i + " fait échouer la lecture", e);
      }
    }
    System.out.printf("%d mutants XML : %d lus, %d refusés, %d dossiers rejetés ; au plus %d ko alloués pour un lu%n", LUS, entiers,
        refuses, rejetes, pire >> 10);
    assertThat(entiers).isPositive();
    assertThat(refuses).isPositive();
    assertThat(rejetes).isPositive();
  }

  @Test
  void des_mutants_charges_ne_laissent_jamais_une_moitie() {
    String caisse = guichet.caisse();
    FichierCaf fichier = FichierCaf.mensuel("2025-09-30");
    for (int i = 0; i < 4; i++) {
      fichier.avec(dossier(caisse, guichet.demande()).montant("12.00")
          .avec(demandeur("MUTANT" + caisse + i, "ANNE").nir(guichet.nir()).sdd(), enfant("MUTANT" + caisse + i, "LEA")));
    }
    byte[] original = fichier.octets();
    Map<String, String> avant = guichet.photo();
    for (int i = 0; i < CHARGES; i++) {
      byte[] mutant = Mutations.muter(original, 1_000_000 + i);
      Rapport r;
      try {
        r = guichet.charger(mutant, LocalDate.of(2025, 10, 3), null);
      } catch (RuntimeException e) {
        throw new AssertionError("Le mutant " + i + " fait échouer le chargement", e);
      }
      if (r.statut().equals("REFUSE")) {
        assertThat(r.motif()).as("mutant %d", i).matches("(?s)[A-ZÀ-Ý].{20,}\\.");
        assertThat(guichet.photo()).as("mutant %d : %s", i, r.motif()).isEqualTo(avant);
      } else {
        assertThat(r.dossiersLus()).isEqualTo(r.dossiersAnnonces());
        assertThat(r.foyers().crees() + r.foyers().modifies() + r.foyers().inchanges() + r.rejets().size()).as("mutant %d", i)
            .isEqualTo(r.dossiersLus());
        r.rejets().forEach(x -> assertThat(x.raison()).matches("(?s)[A-ZÀ-Ý«].{15,}\\."));
        avant = guichet.photo();
      }
    }
  }

  /** @return number of dossiers rejected alone */
  private int lire(byte[] octets) throws IOException {
    int rejetes = 0;
    LectureBeneficiaire beneficiaire = new LectureBeneficiaire(libelles::connu, LocalDate.of(2025, 9, 30), a -> a);
    LectureFinanciere financiere = new LectureFinanciere(libelles::connu);
    try (LecteurDeFlux lecteur = new LecteurDeFlux(Ouverture.ouvrir(new ByteArrayInputStream(octets)))) {
      for (Morceau m = lecteur.suivant(); !(m instanceof Morceau.Fin); m = lecteur.suivant()) {
        if (m instanceof Morceau.UnDossier(Dossier d)) {
          try {
            CleFoyer cle = LectureIdentification.cle(d, new fr.jalon.socle.Chiffrement(new byte[32]));
            if (d.racine().nom().equals("InfosFoyerRSA")) {
              beneficiaire.lire(d, cle);
            } else {
              financiere.lire(d, cle);
            }
          } catch (DossierRejete rejet) {
            assertThat(rejet.getMessage()).endsWith(".");
            rejetes++;
          }
        }
      }
    }
    return rejetes;
  }

  private FichierCaf fichier(Format format) {
    DossierCaf un = dossier("A01", "00000000001").montant("550.00").majore().avec(demandeur("ÉLU", "ZOÉ").nir("2820207000001").sdd()
        .activite("ETI", "2024-01-01", null).ressources("2025-05-01", "2025-07-31", "00120.50").enceinteDepuis("2025-06-01"), enfant("ÉLU", "LÉO"));
    DossierCaf deux = dossier("A01", "00000000002").suspendu("06", "2025-08-01")
        .avec(demandeur("DUPONT", "JEAN").sexe("1"), conjoint("DUPONT", "ANNE"));
    if (!format.equals(Format.VRSB) && !format.equals(Format.VRSD)) {
      un.paiement("AllocationsComptabilisees", "2025-09-01", "RSD", "AJ", "600.00").creance("2025-09-02", "INK", "001", "12.00");
    }
    return FichierCaf.de(format, "M", "2025-09-30").avec(un, deux);
  }
}
