package fr.jalon.echanges.tableur.application;

import fr.jalon.allocataires.InscriptionsHorsRsa.Inscrite;
import fr.jalon.allocataires.InscriptionsHorsRsa.Moyens;
import fr.jalon.allocataires.InscriptionsHorsRsa.Ressemblante;
import fr.jalon.allocataires.InscriptionsHorsRsa;
import fr.jalon.echanges.tableur.domaine.Cases;
import fr.jalon.echanges.tableur.domaine.Champ;
import fr.jalon.echanges.tableur.domaine.GenreDeTableur;
import fr.jalon.echanges.tableur.domaine.LectureHorsRsa;
import fr.jalon.echanges.tableur.domaine.LectureHorsRsa.HorsRsaLu;
import fr.jalon.echanges.tableur.domaine.PersonneLue;
import fr.jalon.ecran.Francais;
import fr.jalon.socle.CleDeRecherche;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.Structures;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Persons outside the RSA, registered one by one as an agent would; whom a record resembles is told and not registered: one human once. */
@Component
class RepriseHorsRsa implements Repreneur<HorsRsaLu> {
  private static final String PERSONNE = "personne";
  private static final Map<String, Champ> CHAMPS = Map.ofEntries(Map.entry("nom", Champ.NOM), Map.entry("prenom", Champ.PRENOM),
      Map.entry("nomNaissance", Champ.NOM_NAISSANCE), Map.entry("naissance", Champ.NAISSANCE), Map.entry("lignes", Champ.ADRESSE),
      Map.entry("codePostal", Champ.CODE_POSTAL), Map.entry("commune", Champ.COMMUNE), Map.entry("telephone", Champ.TELEPHONE),
      Map.entry("courriel", Champ.COURRIEL), Map.entry("publicSuivi", Champ.PUBLIC), Map.entry("cohorte", Champ.COHORTE),
      Map.entry("depuis", Champ.DEPUIS), Map.entry("destination", Champ.REFERENT), Map.entry("informee", Champ.INFORMEE));
  private final InscriptionsHorsRsa inscriptions;
  private final Structures structures;
  private final JdbcClient proprietaire;
  private final TransactionTemplate transaction;

  RepriseHorsRsa(InscriptionsHorsRsa inscriptions, Structures structures, @Qualifier("chargement") JdbcClient proprietaire,
      TransactionTemplate transaction) {
    this.inscriptions = inscriptions;
    this.structures = structures;
    this.proprietaire = proprietaire;
    this.transaction = transaction;
  }

  @Override
  public GenreDeTableur genre() {
    return GenreDeTableur.HORS_RSA;
  }

  @Override
  public HorsRsaLu lire(Cases cases, LocalDate aujourdhui) {
    return LectureHorsRsa.lire(cases, inscriptions.publics(), aujourdhui);
  }

  @Override
  public void confronter(List<RangeeReprise<HorsRsaLu>> rangees) {
    Map<RangeeReprise<HorsRsaLu>, Inscrite> fiches = fiches(rangees);
    List<RangeeReprise<HorsRsaLu>> justes = rangees.stream().filter(RangeeReprise::juste).toList();
    justes.forEach(r -> inscriptions.fautes(fiches.get(r), moyens(r.personne))
        .forEach((champ, faute) -> r.cases.refuser(CHAMPS.get(champ), faute.getMessage())));
    List<RangeeReprise<HorsRsaLu>> bonnes = justes.stream().filter(RangeeReprise::juste).toList();
    List<Optional<Ressemblante>> ressemblantes = inscriptions.ressemblantes(bonnes.stream().map(fiches::get).toList(),
        bonnes.stream().map(r -> moyens(r.personne)).toList());
    Map<String, RangeeReprise<HorsRsaLu>> vues = new HashMap<>();
    for (int i = 0; i < bonnes.size(); i++) {
      RangeeReprise<HorsRsaLu> r = bonnes.get(i);
      RangeeReprise<HorsRsaLu> autre = vues.putIfAbsent(
          CleDeRecherche.de(r.personne.nom() + "|" + r.personne.prenom()) + r.personne.naissance(), r);
      ressemblantes.get(i).ifPresent(elle -> ressemble(r, elle));
      if (autre != null && r.aEcrire() && autre.chose.publicSuivi().equals(r.chose.publicSuivi())) {
        r.dejaLa = "Cette personne est déjà à la ligne " + autre.ligne.rang() + ".";
      } else if (autre != null && r.aEcrire()) {
        r.cases.refuser(Champ.PUBLIC, "Cette personne est déjà à la ligne " + autre.ligne.rang()
            + ", pour un autre public : une fois inscrite, ajoutez-lui celui-ci dans son dossier.");
      }
    }
  }

  private static void ressemble(RangeeReprise<HorsRsaLu> r, Ressemblante elle) {
    if (elle.dejaSuivie()) {
      r.personneId = elle.id();
      r.dejaLa = "Elle est déjà inscrite pour ce public.";
    } else {
      r.cases.refuser(Champ.NOM, ("Une fiche lui ressemble : %s (%s). Si c'est elle, ajoutez-lui ce public dans son dossier ; sinon inscrivez-la "
          + "dans Personnes hors RSA.").formatted(Francais.personne(elle.nom(), elle.prenom()),
              elle.raison().substring(0, 1).toLowerCase(java.util.Locale.FRENCH) + elle.raison().substring(1)));
    }
  }

  /** What each row would register; what it names and nobody knows is told on it. */
  private Map<RangeeReprise<HorsRsaLu>, Inscrite> fiches(List<RangeeReprise<HorsRsaLu>> rangees) {
    CommunesReconnues communes = new CommunesReconnues(proprietaire, rangees.stream().map(r -> r.personne).toList());
    Annuaire annuaire = new Annuaire(structures.organisations(), structures.referents());
    Map<RangeeReprise<HorsRsaLu>, Inscrite> fiches = new HashMap<>();
    for (RangeeReprise<HorsRsaLu> r : rangees) {
      PersonneLue p = r.personne;
      var referent = p.referent() == null ? null : connu(r, Champ.REFERENT, () -> annuaire.referent(p.referent()));
      var organisation = p.organisation() == null ? null : connu(r, Champ.ORGANISATION, () -> annuaire.organisation(p.organisation()));
      r.cases.exiger(referent == null || organisation == null || referent.organisationId() == organisation.id(), Champ.REFERENT,
          "Ce référent n'est pas de cette organisation : corrigez l'un ou l'autre.");
      fiches.put(r, new Inscrite(p.civilite(), p.nom(), p.prenom(), p.naissance(), adresse(p), communes.code(p), r.chose.publicSuivi(),
          r.chose.cohorte(), r.chose.depuis(), referent != null ? Integer.valueOf(referent.organisationId()) : organisation == null ? null
          : Integer.valueOf(organisation.id()), referent == null ? null : referent.id(), null, null, null));
    }
    return fiches;
  }

  private static <T> T connu(RangeeReprise<?> r, Champ champ, java.util.function.Supplier<T> quoi) {
    try {
      return quoi.get();
    } catch (RefusMetier refus) {
      String phrase = refus.getMessage();
      r.cases.refuser(champ, phrase.substring(0, 1).toUpperCase(java.util.Locale.FRENCH) + phrase.substring(1));
      return null;
    }
  }

  private static String adresse(PersonneLue p) {
    return p.adresse() == null ? p.complement() : p.complement() == null ? p.adresse() : p.complement() + ", " + p.adresse();
  }

  private static Moyens moyens(PersonneLue p) {
    return new Moyens(p.nomNaissance(), p.codePostal(), p.telephone(), p.courriel());
  }

  @Override
  public void ecrire(Tableur t, List<RangeeReprise<HorsRsaLu>> rangees) {
    Map<RangeeReprise<HorsRsaLu>, Inscrite> fiches = fiches(rangees);
    List<Inscrite> elles = new ArrayList<>();
    for (RangeeReprise<HorsRsaLu> r : rangees) {
      Inscrite i = fiches.get(r);
      UUID cle = UUID.nameUUIDFromBytes(("tableur " + t.id() + " ligne " + r.ligne.rang()).getBytes(StandardCharsets.UTF_8));
      elles.add(new Inscrite(i.civilite(), i.nom(), i.prenom(), i.naissance(), i.lignes(), i.commune(), i.publicSuivi(),
          i.cohorte(), i.depuis(), i.organisation(), i.referent(), null, null, cle));
    }
    List<Long> ids = inscriptions.inscrire(elles, rangees.stream().map(r -> moyens(r.personne)).toList());
    for (int i = 0; i < ids.size(); i++) {
      rangees.get(i).personneId = ids.get(i);
      rangees.get(i).cree = Map.of(PERSONNE, ids.get(i));
    }
  }

  @Override
  public Map<Integer, String> defaire(Collection<Ecrite> ecrites) {
    Map<Integer, String> restent = new HashMap<>();
    ecrites.forEach(e -> transaction.execute(_ -> inscriptions.retirer(e.cree().get(PERSONNE)))
        .ifPresent(pourquoi -> restent.put(e.rang(), pourquoi)));
    return restent;
  }
}
