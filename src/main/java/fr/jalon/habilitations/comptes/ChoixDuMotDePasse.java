package fr.jalon.habilitations.comptes;

import com.nulabinc.zxcvbn.Zxcvbn;
import fr.jalon.habilitations.Agent;
import fr.jalon.socle.CeDepartement;
import fr.jalon.socle.CleDeRecherche;
import fr.jalon.socle.RefusMetier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The rule for a password an agent chooses: twelve characters, nothing that whoever knows her would try first, and nothing an attacker's lists
 * hold. CNIL (délibération 2022-100) asks 50 bits where tries are slowed, no renewal at fixed dates and no list of kinds of characters when the
 * password is long; ANSSI (guide 2021, R21 to R24) asks that common and personal words be refused. Guesses are estimated by zxcvbn.
 */
@Component
class ChoixDuMotDePasse {
  /** Its second best mark starts at 10^8 guesses, its best at 10^10: a billion tries, when we give about sixty an hour. */
  private static final double ESSAIS_POUR_LE_DEVINER = 1e10;
  /** Long enough to judge, short enough to be judged at once. */
  private static final int LONGUEUR_JUGEE = 64;
  private static final int MOT_COURT = 4;
  /** What French people and the trade try first, and the rows of their keyboard, which the library's English lists lack. */
  private static final List<String> COURANTS = List.of("motdepasse", "mot de passe", "motdepass", "azertyuiop", "azerty", "qsdfghjklm", "wxcvbn",
      "aqwzsxedc", "bonjour",
      "bienvenue", "bonsoir", "jetaime", "je t'aime", "chouchou", "loulou", "doudou", "soleil", "chocolat", "vacances", "printemps", "automne",
      "hiver", "ete", "janvier",
      "fevrier", "mars", "avril", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre", "lundi", "mardi", "mercredi",
      "jeudi", "vendredi", "samedi",
      "dimanche", "marseille", "lyon", "paris", "france", "jalon", "rsa", "caf", "msa", "insertion", "allocataire", "allocation", "departement",
      "conseil", "conseildepartemental",
      "mairie", "social", "solidarite", "referent", "secretariat", "administration", "administrateur", "admin", "connexion", "session", "bureau",
      "travail", "secret", "welcome");
  private final Zxcvbn juge = new Zxcvbn();
  private final CeDepartement ceDepartement;

  ChoixDuMotDePasse(CeDepartement ceDepartement) {
    this.ceDepartement = ceDepartement;
  }

  /** @throws RefusMetier MOT_DE_PASSE_LONGUEUR, MOT_DE_PASSE_NOM or MOT_DE_PASSE_SIMPLE */
  void verifier(String motDePasse, Agent agent) {
    if (motDePasse == null || motDePasse.length() < MotsDePasse.LONGUEUR || motDePasse.length() > MotsDePasse.LONGUEUR_MAX) {
      throw new RefusMetier("MOT_DE_PASSE_LONGUEUR",
          "Le mot de passe doit compter au moins " + MotsDePasse.LONGUEUR + " caractères : une phrase de quelques mots convient très bien.");
    }
    List<String> siens = mots(agent);
    String net = net(motDePasse);
    String ecrit = net(lettres(motDePasse));
    for (String mot : siens) {
      String envers = new StringBuilder(mot).reverse().toString();
      if (mot.length() >= MOT_COURT && Stream.of(net, ecrit).anyMatch(m -> m.contains(mot) || m.contains(envers))) {
        throw new RefusMetier("MOT_DE_PASSE_NOM",
            "Le mot de passe ne doit reprendre ni votre nom, ni votre identifiant, ni votre adresse électronique, ni le nom du Département : c'est ce qu'on essaie en premier. Choisissez une phrase de quelques mots sans rapport.");
      }
    }
    List<String> connus = new ArrayList<>(COURANTS);
    connus.addAll(siens);
    // judged as typed and without accents: "été" is in no list
    double essais = Stream.of(motDePasse, CleDeRecherche.de(motDePasse), net).filter(m -> !m.isEmpty())
        .mapToDouble(m -> juge.measure(m.substring(0, Math.min(LONGUEUR_JUGEE, m.length())), connus).getGuesses()).min().orElse(0);
    if (essais < ESSAIS_POUR_LE_DEVINER) {
      throw new RefusMetier("MOT_DE_PASSE_SIMPLE",
          "Ce mot de passe est trop simple à deviner : il est fait de mots, de dates ou de suites que tout le monde essaie. Choisissez une phrase de quelques mots.");
    }
  }

  private List<String> mots(Agent agent) {
    String departement = ceDepartement.code() + " " + ceDepartement.nom();
    String courriel = agent.courriel() == null ? "" : agent.courriel().replaceAll("\\.[^.@]+$", "");
    List<String> mots = new ArrayList<>();
    for (String texte : List.of(agent.identifiant(), agent.nom(), courriel, departement)) {
      mots.add(net(texte));
      for (String mot : texte.split("[\\s.@_'’-]+")) {
        mots.add(net(mot));
      }
    }
    return mots.stream().filter(m -> !m.isEmpty()).distinct().toList();
  }

  /** Without case, accents, spaces or signs. */
  private static String net(String texte) {
    return CleDeRecherche.de(texte).replace(" ", "");
  }

  /** Signs written for letters, read as letters. */
  private static String lettres(String texte) {
    return texte.replace('@', 'a').replace('4', 'a').replace('3', 'e').replace('€', 'e').replace('1', 'i').replace('!', 'i').replace('0', 'o')
        .replace('5', 's').replace('$', 's').replace('7', 't');
  }
}
