package fr.jalon.habilitations;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * The forms that those who may see a person are given about her, whole, sent by those who may not: right numbers, right fields, nothing that
 * makes them refused before PostgreSQL is asked. Nothing that is known of her has changed after. Forms are found by walking the pages.
 */
@EssaiWeb
class FormulairesDAilleursTest {
  private static final Pattern NUMERO = Pattern.compile("\\d{6,}");
  /** Read once for the two tests: neither changes what they are made of. */
  private static final Map<FormulaireLu, Set<String>> LUS = new LinkedHashMap<>();
  private static final String OUVERTE = "tout_ouvert_pour_l_essai";
  @LocalServerPort
  int port;
  @Autowired
  Voisinage voisinage;
  @Autowired
  Semis semis;
  @Autowired
  Photo photo;
  @Autowired
  PagesTrouvees pages;
  @Autowired
  Visiteur.Tous visiteurs;
  @Autowired
  Roles roles;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  /** By person and by table, the numbers of the rows about her. */
  private final Map<Voisinage.Voisin, Map<String, Set<String>>> numeros = new LinkedHashMap<>();

  @BeforeEach
  void installer() {
    voisinage.installer();
    semis.semer(nommees());
  }

  @Test
  void un_formulaire_rempli_par_qui_peut_la_voir_ne_change_rien_d_une_personne_que_l_on_ne_voit_pas() {
    List<String> fuites = new ArrayList<>();
    Map<FormulaireLu, Set<String>> formulaires = formulaires();
    int envoyes = 0;
    for (Visiteur v : visiteurs.chacun(port)) {
      Set<Voisinage.Voisin> exclus = v.exclus();
      Set<String> caches = exclus.stream().map(Voisinage.Voisin::nom).collect(Collectors.toSet());
      Map<String, String> avant = photo.de(exclus);
      v.navigateur().ouvrir("/mon-compte");
      for (Map.Entry<FormulaireLu, Set<String>> f : formulaires.entrySet()) {
        // one that speaks also of somebody she may see would rightly change her
        if (caches.containsAll(f.getValue()) && f.getValue().stream().anyMatch(nom -> !nom.equals(voisinage.temoin().nom()))) {
          envoyer(v, f.getKey());
          envoyes++;
        }
      }
      photo.changements(avant, exclus).forEach(c -> fuites.add(v + " a changé " + c));
    }
    assertThat(fuites).isEmpty();
    assertThat(envoyes).isGreaterThan(200);
  }

  /**
   * The same forms, about someone elsewhere, every policy open: acts are done. Otherwise the test above would be silent because its forms are bad.
   */
  @Test
  void les_memes_formulaires_agissent_quand_la_base_laisse_tout_passer() {
    Set<Voisinage.Voisin> temoin = Set.of(voisinage.temoin());
    List<FormulaireLu> formulaires = formulaires().entrySet().stream().filter(e -> e.getValue().equals(Set.of(voisinage.temoin().nom())))
        .map(Map.Entry::getKey).toList();
    Set<String> agissent = new TreeSet<>();
    Set<String> changees = new TreeSet<>();
    List<String> ouvertes = base.sql("select c.oid::regclass::text from pg_class c where c.relrowsecurity and c.relkind in ('r', 'p')")
        .query(String.class).list().stream()
        .filter(photo.tables()::containsKey).toList();
    try {
      ouvertes.forEach(t -> base.sql("create policy " + OUVERTE + " on " + t + " to jalon_application using (true) with check (true)").update());
      for (String role : List.of("REFERENT", "DIRECTION")) {
        Visiteur v = visiteurs.un(port, role, List.of(voisinage.centre()), List.of());
        v.navigateur().ouvrir("/mon-compte");
        // twice: one act may be refused until another is done, and nothing says in which order pages are found
        for (FormulaireLu f : Stream.concat(formulaires.stream(), formulaires.stream()).toList()) {
          Map<String, String> avant = photo.de(temoin);
          envoyer(v, f);
          List<String> changements = photo.changements(avant, temoin);
          if (!changements.isEmpty()) {
            agissent.add(NUMERO.matcher(f.action()).replaceAll("…"));
            changements.forEach(c -> changees.add(c.substring(0, c.indexOf(' '))));
          }
        }
      }
    } finally {
      ouvertes.forEach(t -> base.sql("drop policy if exists " + OUVERTE + " on " + t).update());
    }
    assertThat(agissent).contains("/dossier/…/coordonnees", "/dossier/…/donnees/demandes", "/dossier/…/donnees/retenue", "/diagnostic/…",
        "/orientations/…/clore", "/orientations/…/veille",
        "/agenda/entretiens/…/annuler", "/agenda/personnes/…/inviter", "/courriers/messages/…/remis");
    assertThat(changees).contains("allocataires.personne", "orientation.suivi", "echeances.echeance", "rendezvous.entretien", "courriers.message",
        "diagnostic.diagnostic", "donnees.demande",
        "donnees.retenue");
  }

  private HttpResponse<String> envoyer(Visiteur v, FormulaireLu f) {
    List<Map.Entry<String, String>> champs = new ArrayList<>(f.champs());
    champs.add(Map.entry("_csrf", v.navigateur().jeton()));
    return v.navigateur().poster(f.action(), champs);
  }

  private List<Voisinage.Voisin> nommees() {
    return List.of(voisinage.voisin("FUITEALPHA"), voisinage.voisin("FUITEBRAVO"), voisinage.temoin());
  }

  /** Every form that names one of them, as whoever may see her is given it, with the names of those it speaks of. */
  private Map<FormulaireLu, Set<String>> formulaires() {
    if (!LUS.isEmpty()) {
      return LUS;
    }
    Map<String, String> aQui = new LinkedHashMap<>();
    for (Voisinage.Voisin v : nommees()) {
      aQui.put(String.valueOf(v.id()), v.nom());
      aQui.put(String.valueOf(v.foyer()), v.nom());
      numeros.put(v, semis.numeros(List.of(v)));
      numeros.get(v).values().forEach(siens -> siens.forEach(n -> aQui.put(n, v.nom())));
    }
    // numbers of one kind are never those of another: what a path reads is known once it answers, and is asked of every role
    Map<String, String> genres = new LinkedHashMap<>();
    for (Roles.Role role : roles.tous()) {
      Visiteur v = visiteurs.un(port, role.code(), List.of(voisinage.centre(), voisinage.nord()), List.of(voisinage.organisation()));
      for (String chemin : pages.parVerbe(RequestMethod.GET).keySet()) {
        for (Map.Entry<String, String> e : adresses(chemin).entrySet()) {
          if (!genres.getOrDefault(chemin, e.getValue()).equals(e.getValue())) {
            continue;
          }
          HttpResponse<String> r = v.navigateur().lire(e.getKey());
          if (r.statusCode() == 403) {
            break;
          }
          if (r.statusCode() == 200) {
            genres.put(chemin, e.getValue());
          }
          if (r.statusCode() == 200 && r.headers().firstValue("Content-Type").orElse("").contains("html")) {
            for (FormulaireLu f : FormulairesRemplis.de(r.body())) {
              Set<String> qui = new LinkedHashSet<>();
              Matcher m = NUMERO.matcher(f.action() + " " + f.champs().stream().map(Map.Entry::getValue).collect(Collectors.joining(" ")));
              while (m.find()) {
                if (aQui.containsKey(m.group())) {
                  qui.add(aQui.get(m.group()));
                }
              }
              if (!qui.isEmpty()) {
                LUS.putIfAbsent(f, qui);
              }
            }
          }
        }
      }
    }
    assertThat(LUS).hasSizeGreaterThan(60);
    return LUS;
  }

  /**
   * A page about each of them, by her number or by that of a row of each table of the room, with the kind of the number; a list alone, and asked for
   * each.
   */
  private Map<String, String> adresses(String chemin) {
    Map<String, String> adresses = new LinkedHashMap<>();
    if (!chemin.contains("{")) {
      adresses.put(chemin, "");
      // not her name: what is typed in a search is in the journal, whole, for who reads it
      nommees().forEach(v -> adresses.put(chemin + "?personne=" + v.id() + "&personneId=" + v.id() + "&q=fuite", ""));
      return adresses;
    }
    String module = pages.module(chemin);
    for (Voisinage.Voisin v : nommees()) {
      adresses.put(PagesTrouvees.remplir(chemin, v.id()), "personne");
      numeros.get(v).forEach((table, siens) -> {
        if (table.startsWith(module + ".") && !siens.isEmpty()) {
          adresses.put(PagesTrouvees.remplir(chemin, siens.iterator().next()), table);
        }
      });
    }
    return adresses;
  }
}
