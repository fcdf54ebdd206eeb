package fr.jalon.echanges.tableur.application;

import fr.jalon.echanges.tableur.application.ResultatsDesLignes.Resultat;
import fr.jalon.echanges.tableur.domaine.PersonneLue;
import fr.jalon.echanges.tableur.domaine.StatutLigne;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.orientation.application.EnregistrerOrientation;
import fr.jalon.orientation.domaine.NouvelleOrientation;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.Structures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The organisation and the référent of a row become a follow-up, through the door of the orientation; what is not done says why. */
@Component
class SuivisDuTableur {
  private static final int LOT = 100;
  private static final String SANS_DROIT =
      "Suivi non enregistré : votre rôle ne permet ni d'orienter ni de reprendre des suivis. La personne est enregistrée ; demandez à qui oriente "
      + "de noter ce suivi dans son dossier.";
  private final EnregistrerOrientation enregistrer;
  private final Structures structures;
  private final JdbcClient base;
  private final TransactionTemplate transaction;
  private final AgentCourant agentCourant;

  SuivisDuTableur(EnregistrerOrientation enregistrer, Structures structures, JdbcClient base, TransactionTemplate transaction,
      AgentCourant agentCourant) {
    this.enregistrer = enregistrer;
    this.structures = structures;
    this.base = base;
    this.transaction = transaction;
    this.agentCourant = agentCourant;
  }

  /** The results, with what was done of each follow-up. */
  List<Resultat> noter(Tableur t, List<RangeeJuste> justes, List<Resultat> resultats) {
    Map<Integer, PersonneLue> parRang = justes.stream().collect(Collectors.toMap(RangeeJuste::rang, RangeeJuste::personne));
    Map<Integer, String> notes = new HashMap<>();
    Map<Integer, NouvelleOrientation> aFaire = new LinkedHashMap<>();
    boolean oriente = agentCourant.perimetre().peut("REPRISE") || agentCourant.perimetre().peut("ORIENTATIONS");
    Annuaire annuaire = new Annuaire(structures.organisations(), structures.referents());
    Map<Long, Integer> suivies = suiviesPar(resultats.stream().filter(r -> r.personneId() != null).map(Resultat::personneId).toList());
    for (Resultat r : resultats) {
      PersonneLue p = parRang.get(r.rang());
      if (r.statut() == StatutLigne.ERREUR || r.personneId() == null || !p.aSuivre()) {
        continue;
      }
      if (!oriente) {
        notes.put(r.rang(), SANS_DROIT);
        continue;
      }
      try {
        NouvelleOrientation o = annuaire.orientation(t, p, r.personneId());
        Integer dejaPar = suivies.get(r.personneId());
        if (dejaPar != null) {
          notes.put(r.rang(), dejaPar == o.organisationId() ? "Suivi déjà ouvert."
              : "Suivi non enregistré : la personne est déjà suivie par une autre organisation.");
        } else {
          aFaire.put(r.rang(), o);
        }
      } catch (RefusMetier refus) {
        notes.put(r.rang(), "Suivi non enregistré : " + refus.getMessage());
      }
    }
    enregistrer(aFaire, notes);
    return resultats.stream().map(r -> r.avecSuivi(notes.get(r.rang()))).toList();
  }

  private Map<Long, Integer> suiviesPar(List<Long> personnes) {
    Map<Long, Integer> suivies = new HashMap<>();
    transaction.executeWithoutResult(_ ->
        base.sql("select personne_id, organisation_id from orientation.suivi where etat <> 'CLOS' and personne_id = any (?)")
        .param(personnes.toArray(Long[]::new)).query((RowCallbackHandler) l -> suivies.put(l.getLong(1), l.getInt(2))));
    return suivies;
  }

  /** By hundreds; a hundred with a refusal is done one by one, so that only the refused one is left out. */
  private void enregistrer(Map<Integer, NouvelleOrientation> aFaire, Map<Integer, String> notes) {
    List<Integer> rangs = new ArrayList<>(aFaire.keySet());
    for (int i = 0; i < rangs.size(); i += LOT) {
      List<Integer> lot = rangs.subList(i, Math.min(i + LOT, rangs.size()));
      try {
        enregistrer.sansCourrier(lot.stream().map(aFaire::get).toList());
        lot.forEach(rang -> notes.put(rang, "Suivi enregistré."));
      } catch (RefusMetier refus) {
        lot.forEach(rang -> notes.put(rang, unParUn(aFaire.get(rang))));
      }
    }
  }

  private String unParUn(NouvelleOrientation o) {
    try {
      enregistrer.sansCourrier(List.of(o));
      return "Suivi enregistré.";
    } catch (RefusMetier refus) {
      return "Suivi non enregistré : " + refus.getMessage();
    }
  }
}
