package fr.jalon.allocataires.lecture;

import fr.jalon.allocataires.domaine.TermesDeRecherche;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.socle.Chiffrement;
import fr.jalon.socle.Coordonnees;
import fr.jalon.socle.NumeroDAllocataire;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What was typed to find a person, as SQL conditions on {@code p}, a row of {@code allocataires.personne}. */
@Component
class Criteres {
  private final AgentCourant agentCourant;
  private final Chiffrement chiffrement;

  Criteres(AgentCourant agentCourant, Chiffrement chiffrement) {
    this.agentCourant = agentCourant;
    this.chiffrement = chiffrement;
  }

  /** Adds the conditions of these terms, and the values they name. */
  void ajouter(TermesDeRecherche termes, List<String> conditions, Map<String, Object> valeurs) {
    int n = 0;
    if (!termes.mots().isEmpty()) {
      ajouter("p.id in (select allocataires.chercher_par_nom(cast(:mots as text[])))", "mots", termes.mots()
          .toArray(String[]::new), conditions, valeurs);
    }
    ajouter("p.date_naissance = :naissance", "naissance", termes.naissance(), conditions, valeurs);
    if (termes.annee() != null) {
      valeurs.put("debut", LocalDate.of(termes.annee(), 1, 1));
      ajouter("p.date_naissance between :debut and :fin", "fin", LocalDate.of(termes.annee(), 12, 31), conditions, valeurs);
    }
    ajouter("p.courriel = :courriel", "courriel", termes.courriel(), conditions, valeurs);
    for (String numero : termes.numeros()) {
      String nom = "numero" + n++;
      valeurs.put(nom + "court", numerosDAllocataire(numero));
      valeurs.put(nom + "telephone", telephone(numero));
      // each branch has its index, and an equality row-level security lets it use
      ajouter("""
          p.id in (select m.personne_id from allocataires.foyer n join allocataires.membre m on m.foyer_id = n.id and m.oublie_le = 'infinity'
              where n.numero_demande = any (cast(:%1$s as text[])) or n.matricule = any (cast(:%1$scourt as text[]))
            union all select q.id from allocataires.personne q where q.identifiant_ft = any (cast(:%1$s as text[]))
            union all select q.id from allocataires.personne q where q.telephone = cast(:%1$stelephone as text))""".formatted(nom), nom, avecZeros(numero), conditions, valeurs);
    }
  }

  private static void ajouter(String condition, String nom, Object valeur, List<String> conditions, Map<String, Object> valeurs) {
    if (valeur != null) {
      conditions.add(condition);
      valeurs.put(nom, valeur);
    }
  }

  /** Under what a file number may be kept: as it is, and sealed when it is a NIR, for a role that may see them. */
  private String[] numerosDAllocataire(String numero) {
    List<String> numeros = new ArrayList<>(NumeroDAllocataire.formes(numero));
    if (agentCourant.perimetre().peut("NIR")) {
      numeros.addAll(NumeroDAllocataire.sceaux(numero.replaceFirst("^0+(?=.)", ""), chiffrement));
    }
    return numeros.toArray(String[]::new);
  }

  /** The zeros a spreadsheet drops: a claim and a France Travail number have eleven figures. */
  private static String[] avecZeros(String numero) {
    return numero.matches("\\d{6,10}") ? new String[] {numero, "0".repeat(11 - numero.length()) + numero} : new String[] {numero};
  }

  private static String telephone(String numero) {
    try {
      return Coordonnees.telephone(numero);
    } catch (IllegalArgumentException autreNumero) {
      return null;
    }
  }
}
