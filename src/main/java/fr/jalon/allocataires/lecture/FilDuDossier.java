package fr.jalon.allocataires.lecture;

import fr.jalon.allocataires.EvenementDuFil;
import fr.jalon.allocataires.EvenementDuFil.Theme;
import fr.jalon.allocataires.Libelles;
import fr.jalon.allocataires.EtatDuDroit;
import fr.jalon.ecran.Francais;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Tells the versions of the facts as events: what changed, when, from which file. Only the time she was in each foyer is told. */
public final class FilDuDossier {
  private final Dossier dossier;
  private final Libelles libelles;
  private final List<EvenementDuFil> fil = new ArrayList<>();

  private FilDuDossier(Dossier dossier, Libelles libelles) {
    this.dossier = dossier;
    this.libelles = libelles;
  }

  /** The events up to the moment of the dossier, in no order. */
  public static List<EvenementDuFil> de(Dossier dossier, Libelles libelles) {
    FilDuDossier fil = new FilDuDossier(dossier, libelles);
    for (Dossier.FoyerDuDossier foyer : dossier.foyers()) {
      fil.foyer(foyer);
    }
    fil.paiements();
    dossier.creances().forEach(c -> fil.ajouter(c.implanteeLe(), Theme.PAIEMENTS, "Trop-perçu de " + Francais.euros(c.montantInitial()),
        libelles.libelle("NATCRE", c.nature()), c.importId()));
    return fil.fil.stream().filter(e -> !e.jour().isAfter(dossier.moment().au())).toList();
  }

  private void foyer(Dossier.FoyerDuDossier foyer) {
    List<Dossier.Membre> places = dossier.siens().stream().filter(m -> m.foyerId() == foyer.id()).toList();
    if (places.isEmpty()) {
      return;
    }
    LocalDate entree = places.getFirst().depuis();
    LocalDate sortie = places.stream().map(Dossier.Membre::jusqua).max(Comparator.naturalOrder()).orElseThrow();
    ajouter(foyer.dateDemande(), Theme.DROITS, "Demande de RSA", foyer.organisme() + ", demande " + foyer.numeroDemande(),
        places.getFirst().importId());
    droits(versions(dossier.droits(), foyer, entree, sortie));
    adresses(versions(dossier.adresses(), foyer, entree, sortie));
    montants(versions(dossier.montants(), foyer, entree, sortie));
    elle(places);
    lesAutres(foyer, entree, sortie);
  }

  private static <F extends Dossier.Fait> List<F> versions(List<F> faits, Dossier.FoyerDuDossier foyer, LocalDate entree, LocalDate sortie) {
    return faits.stream().filter(f -> f.foyerId() == foyer.id() && f.depuis().isBefore(sortie) && f.jusqua().isAfter(entree)).toList();
  }

  private void droits(List<Dossier.Droit> versions) {
    Dossier.Droit avant = null;
    for (Dossier.Droit d : versions) {
      if (avant == null || avant.etat() != d.etat() || !Objects.equals(avant.motifSuspension(), d.motifSuspension())) {
        LocalDate jour = switch (d.etat()) {
          case SUSPENDU -> d.suspenduDepuis() == null ? d.depuis() : d.suspenduDepuis();
          case FERME -> d.finLe() == null ? d.depuis() : d.finLe();
          default -> d.depuis();
        };
        ajouter(jour, Theme.DROITS, (avant == null ? "Connu de Jalon : " : "") + phrase(d, avant != null), motif(d, libelles), d.importId());
      }
      if (avant != null && avant.majore() != d.majore()) {
        ajouter(d.depuis(), Theme.DROITS, d.majore() ? "Majoration pour parent isolé" : "Fin de la majoration pour parent isolé", null, d.importId());
      }
      if (avant != null && !Objects.equals(avant.situationFamille(), d.situationFamille()) && d.situationFamille() != null) {
        ajouter(d.situationFamilleDepuis() == null ? d.depuis() : d.situationFamilleDepuis(), Theme.FOYER,
            "Situation de famille : " + libelles.libelle("SITFAM", d.situationFamille()).toLowerCase(java.util.Locale.FRENCH), null, d.importId());
      }
      if (d.arriveeLe() != null && (avant == null || !d.arriveeLe().equals(avant.arriveeLe()))) {
        ajouter(d.arriveeLe(), Theme.DROITS, "Dossier arrivé d'une autre caisse", null, d.importId());
      }
      if (d.departLe() != null && (avant == null || !d.departLe().equals(avant.departLe()))) {
        ajouter(d.departLe(), Theme.DROITS, "Dossier parti vers une autre caisse", null, d.importId());
      }
      avant = d;
    }
  }

  private static String phrase(Dossier.Droit d, boolean majuscule) {
    String phrase = d.etat() == EtatDuDroit.SUSPENDU ? "Paiement suspendu" : d.etat().phrase();
    return majuscule ? phrase : phrase.toLowerCase(java.util.Locale.FRENCH);
  }

  /** Why a right is suspended, closed or refused, in plain French; {@code null} when the payer does not say. */
  public static String motif(Dossier.Droit d, Libelles libelles) {
    return switch (d.etat()) {
      case SUSPENDU -> d.motifSuspension() == null ? null : motifDeSuspension(d.motifSuspension(), libelles);
      case FERME -> d.motifFin() == null ? null : libelles.libelle("MOTICLORSA", d.motifFin());
      case REFUSE -> d.motifRefus() == null ? null : libelles.libelle("MOTIREFURSA", d.motifRefus());
      default -> null;
    };
  }

  /** The same code means one thing when the right is suspended and another when the payment is: the payment comes first. */
  private static String motifDeSuspension(String code, Libelles libelles) {
    String paiement = libelles.libelle("MOTISUSVERSRSA", code);
    return paiement.equals(code) ? libelles.libelle("MOTISUSDRORSA", code) : paiement;
  }

  private void adresses(List<Dossier.Adresse> versions) {
    Dossier.Adresse avant = null;
    for (Dossier.Adresse a : versions) {
      if (avant == null || !Objects.equals(avant.commune(), a.commune()) || !Objects.equals(avant.lignes(), a.lignes())) {
        String ou = a.nomCommune() == null ? "hors de France" : Francais.lieu(a.nomCommune()) + " (" + a.codePostal() + ")";
        ajouter(a.emmenagement() != null && a.emmenagement().isAfter(a.depuis().minusYears(1)) ? a.emmenagement() : a.depuis(), Theme.ADRESSE,
            (avant == null ? "Adresse connue : " : "Nouvelle adresse : ") + ou,
            a.lignes() == null ? null : Francais.lieu(a.lignes().replace("\n", ", ")),
            a.importId());
      }
      avant = a;
    }
  }

  private void montants(List<Dossier.Montant> versions) {
    BigDecimal avant = null;
    for (Dossier.Montant m : versions) {
      if (m.droitTotal() != null && (avant == null || avant.compareTo(m.droitTotal()) != 0)) {
        ajouter(m.depuis(), Theme.MONTANTS, "Montant du droit : " + Francais.euros(m.droitTotal()) + " par mois",
            avant == null ? null : "Avant : " + Francais.euros(avant), m.importId());
        avant = m.droitTotal();
      }
    }
  }

  private void elle(List<Dossier.Membre> places) {
    Dossier.Membre avant = null;
    for (Dossier.Membre m : places) {
      if (m.adulte() && (avant == null && m.sdd() || avant != null && avant.sdd() != m.sdd())) {
        ajouter(m.depuis(), Theme.SDD, m.sdd() ? "Entre dans les droits et devoirs" : "Sort des droits et devoirs", null, m.importId());
      }
      if (avant != null && !avant.role().equals(m.role())) {
        ajouter(m.depuis(), Theme.FOYER, "Place dans le foyer : " + libelles.libelle("ROLEPERS", m.role(), m.sexe())
            .toLowerCase(java.util.Locale.FRENCH), null, m.importId());
      }
      if (m.activite() != null && (avant == null || !m.activite().equals(avant.activite()))) {
        ajouter(m.activiteDepuis() != null && avant != null ? m.activiteDepuis() : m.depuis(), Theme.FOYER,
            "Activité : " + libelles.libelle("ACT", m.activite(), m.sexe()), null,
            m.importId());
      }
      if (m.enceinte() && (avant == null || !avant.enceinte())) {
        ajouter(m.depuis(), Theme.FOYER, "Grossesse déclarée", null, m.importId());
      }
      avant = m;
    }
    if (!avant.jusqua().equals(LocalDate.MAX)) {
      ajouter(avant.jusqua(), Theme.FOYER, "Quitte le foyer", null, avant.importId());
    }
  }

  private void lesAutres(Dossier.FoyerDuDossier foyer, LocalDate entree, LocalDate sortie) {
    Map<Long, List<Dossier.Membre>> autres = dossier.membres().stream()
        .filter(m -> m.foyerId() == foyer.id() && m.personneId() != dossier.identite().id())
        .collect(Collectors.groupingBy(Dossier.Membre::personneId));
    autres.values().forEach(places -> {
      Dossier.Membre premiere = places.getFirst();
      String qui = Francais.nom(premiere.prenom()) + " (" + libelles.libelle("ROLEPERS", premiere.role(), premiere.sexe())
          .toLowerCase(java.util.Locale.FRENCH) + ")";
      if (premiere.depuis().isAfter(entree) && premiere.depuis().isBefore(sortie)) {
        boolean naissance = premiere.dateNaissance() != null && !premiere.dateNaissance().isBefore(premiere.depuis().minusMonths(3));
        ajouter(premiere.depuis(), Theme.FOYER, (naissance ? "Naissance : " : "Arrive dans le foyer : ") + qui, null, premiere.importId());
      }
      Dossier.Membre derniere = places.getLast();
      if (!derniere.jusqua().equals(LocalDate.MAX) && derniere.jusqua().isAfter(entree) && derniere.jusqua().isBefore(sortie)) {
        ajouter(derniere.jusqua(), Theme.FOYER, "Quitte le foyer : " + qui, null, derniere.importId());
      }
    });
  }

  private void paiements() {
    Map<LocalDate, List<Dossier.Paiement>> parMois = dossier.paiements().stream()
        .filter(p -> dossier.siens().stream().anyMatch(m -> m.foyerId() == p.foyerId() && m.adulte()))
        .collect(Collectors.groupingBy(Dossier.Paiement::mois));
    parMois.forEach((mois, lignes) -> {
      BigDecimal total = lignes.stream().map(p -> "DE".equals(p.sens()) ? p.montant().negate() : p.montant())
          .reduce(BigDecimal.ZERO, BigDecimal::add);
      ajouter(mois, Theme.PAIEMENTS, "Payé pour " + Francais.mois(mois) + " : " + Francais.euros(total),
          lignes.stream().map(p -> libelles.libelle("NATPFCRE", p.prestation())).distinct().collect(Collectors.joining(", ")),
          lignes.getFirst().importId());
    });
  }

  private void ajouter(LocalDate jour, Theme theme, String titre, String detail, long importId) {
    Dossier.Source source = dossier.sources().get(importId);
    fil.add(new EvenementDuFil(jour, theme, titre, detail, source == null ? null : source.fichier() + ", au " + Francais.date(source.reference())));
  }
}
