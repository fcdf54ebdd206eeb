package fr.jalon.echanges.tableur.application;

import fr.jalon.allocataires.TenirLesFiches;
import fr.jalon.allocataires.constat.Bilan;
import fr.jalon.allocataires.constat.CleFoyer;
import fr.jalon.allocataires.constat.Constat;
import fr.jalon.allocataires.constat.FoyerConstate;
import fr.jalon.allocataires.constat.PersonneConstatee;
import fr.jalon.allocataires.enregistrement.SessionDEnregistrement;
import fr.jalon.echanges.tableur.application.PersonnesConnues.Connue;
import fr.jalon.echanges.tableur.application.PersonnesConnues.Habitant;
import fr.jalon.echanges.tableur.application.PersonnesConnues.Trouvee;
import fr.jalon.echanges.tableur.application.ResultatsDesLignes.Resultat;
import fr.jalon.echanges.tableur.domaine.FoyersDuTableur;
import fr.jalon.echanges.tableur.domaine.StatutLigne;
import fr.jalon.socle.Chiffrement;
import fr.jalon.socle.CleDeRecherche;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The right rows of a spreadsheet, recorded in one transaction: who is known to a payer only receives her contact details. */
final class LotDuTableur {
  private static final int LOT = 1000;
  private final JdbcClient base;
  private final TenirLesFiches fiches;
  private final Constat constat;
  private final List<RangeeJuste> rangees;
  private final Chiffrement chiffrement;
  private final PersonnesConnues connues;
  private final Map<Integer, String> erreurs = new HashMap<>();
  private final Map<Integer, Long> personnes = new HashMap<>();
  private final Map<Integer, CleFoyer> cles = new HashMap<>();

  LotDuTableur(JdbcClient base, TenirLesFiches fiches, Chiffrement chiffrement, Constat constat, List<RangeeJuste> rangees) {
    this.base = base;
    this.fiches = fiches;
    this.chiffrement = chiffrement;
    this.connues = new PersonnesConnues(base, chiffrement);
    this.constat = constat;
    this.rangees = rangees;
  }

  List<Resultat> enregistrer(SessionDEnregistrement session) throws SQLException {
    Map<CleFoyer, List<RangeeJuste>> foyers = repartir();
    List<FoyerConstate> constats = constater(foyers);
    for (int i = 0; i < constats.size(); i += LOT) {
      enregistrer(session, constats.subList(i, Math.min(i + LOT, constats.size())), foyers);
    }
    return new SuitesDuLot(base, fiches, constat, rangees, cles, personnes, erreurs).resultats();
  }

  /** Each row finds its person, or the foyer it states. */
  private Map<CleFoyer, List<RangeeJuste>> repartir() {
    connues.charger(rangees.stream().map(RangeeJuste::personne).toList());
    Map<CleFoyer, List<RangeeJuste>> foyers = new LinkedHashMap<>();
    Map<Long, Integer> dejaVues = new HashMap<>();
    for (RangeeJuste r : rangees) {
      Trouvee trouvee = connues.trouver(r.personne());
      Connue connue = trouvee.connue();
      Integer autre = connue == null ? null : dejaVues.putIfAbsent(connue.id(), r.rang());
      if (trouvee.refus() != null) {
        erreurs.put(r.rang(), trouvee.refus());
      } else if (autre != null) {
        erreurs.put(r.rang(), "Cette personne est déjà à la ligne " + autre + " : gardez une seule des deux lignes.");
      } else if (connue != null && (connue.caisse() || connue.tableur() == null || r.personne().prenom() == null)) {
        personnes.put(r.rang(), connue.id());
      } else {
        ranger(r, connue == null ? FoyersDuTableur.cle(r.personne(), constat.reference(), chiffrement) : connue.tableur(), foyers);
      }
    }
    return foyers;
  }

  private void ranger(RangeeJuste r, CleFoyer cle, Map<CleFoyer, List<RangeeJuste>> foyers) {
    CleFoyer sansDate = sansDate(cle);
    List<RangeeJuste> duFoyer = foyers.computeIfAbsent(sansDate, _ -> new ArrayList<>());
    RangeeJuste memeRole = duFoyer.stream().filter(x -> x.personne().role().equals(r.personne().role())).findFirst().orElse(null);
    if (memeRole != null) {
      boolean memePersonne = CleDeRecherche.de(memeRole.personne().nom() + ' ' + memeRole.personne().prenom())
          .equals(CleDeRecherche.de(r.personne().nom() + ' ' + r.personne().prenom()));
      erreurs.put(r.rang(), memePersonne ? "Cette personne est déjà à la ligne " + memeRole.rang()
          + " : gardez une seule des deux lignes, ou complétez la date de naissance."
          : "Le foyer a déjà un " + ("DEM".equals(r.personne().role()) ? "demandeur" : "conjoint") + " à la ligne " + memeRole.rang()
          + " : corrigez le rôle ou le numéro.");
      return;
    }
    duFoyer.add(r);
    cles.put(r.rang(), sansDate);
  }

  private List<FoyerConstate> constater(Map<CleFoyer, List<RangeeJuste>> foyers) {
    CommunesReconnues communes = new CommunesReconnues(base, rangees.stream().map(RangeeJuste::personne).toList());
    Map<String, List<Habitant>> habitants = PersonnesConnues.habitants(base, foyers.keySet());
    FoyersDuTableur fabrique = new FoyersDuTableur(constat.reference());
    List<FoyerConstate> constats = new ArrayList<>(foyers.size());
    foyers.forEach((cle, duFoyer) -> {
      List<Habitant> dejaLa = habitants.getOrDefault(cle.numeroDemande() + '|' + cle.matricule(), List.of());
      duFoyer.removeIf(r -> {
        boolean contredite = dejaLa.stream().anyMatch(h -> h.personne().role().equals(r.personne().role()) && connues.contredit(r.personne(), h));
        if (contredite) {
          erreurs.put(r.rang(), PersonnesConnues.NIR_DIFFERENT);
        }
        return contredite;
      });
      if (duFoyer.isEmpty()) {
        return;
      }
      Set<String> roles = duFoyer.stream().map(r -> r.personne().role()).collect(Collectors.toSet());
      List<PersonneConstatee> autres = dejaLa.stream().map(Habitant::personne)
          .filter(p -> !roles.contains(p.role())).toList();
      LocalDate demande = duFoyer.stream().map(r -> r.personne().ouvertureDuDroit()).filter(java.util.Objects::nonNull).min(LocalDate::compareTo)
          .orElse(constat.reference());
      CleFoyer datee = new CleFoyer(cle.fonctionOrganisme(), cle.numeroOrganisme(), cle.matricule(), cle.numeroDemande(), demande);
      String commune = duFoyer.stream().map(r -> communes.code(r.personne())).filter(java.util.Objects::nonNull).findFirst().orElse(null);
      constats.add(fabrique.foyer(datee, duFoyer.stream().map(RangeeJuste::personne).toList(), autres, commune));
    });
    return constats;
  }

  private void enregistrer(SessionDEnregistrement session, List<FoyerConstate> lot, Map<CleFoyer, List<RangeeJuste>> foyers) throws SQLException {
    BitSet aRegarder = session.aRegarder(lot.stream().map(FoyerConstate::cle).toList(), lot.stream().map(FoyerConstate::empreinte).toList(),
        lot.stream().map(f -> f.personnes().size()).toList());
    List<FoyerConstate> changes = aRegarder.stream().mapToObj(lot::get).toList();
    session.enregistrer(changes);
    Map<FoyerConstate, String> refus = new IdentityHashMap<>();
    for (Bilan.Rejet r : session.bilan().prendreRejets()) {
      refus.put(r.foyer(), r.raison());
    }
    refus.forEach((foyer, raison) -> foyers.get(sansDate(foyer.cle())).forEach(r -> erreurs.put(r.rang(), raison)));
  }

  /** Rows of one foyer may give different days of opening. */
  private static CleFoyer sansDate(CleFoyer cle) {
    return new CleFoyer(cle.fonctionOrganisme(), cle.numeroOrganisme(), cle.matricule(), cle.numeroDemande(), null);
  }
}
