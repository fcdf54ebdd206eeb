package fr.jalon.structures.web;

import fr.jalon.habilitations.PanneauDeCompte;
import fr.jalon.socle.CleDeRecherche;
import fr.jalon.structures.LierLesComptes;
import fr.jalon.structures.LierLesComptes.Compte;
import fr.jalon.structures.Organisation;
import fr.jalon.structures.Referent;
import fr.jalon.structures.Structures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** On the page of an account: which référent she is; and the same link, seen from the page of the référent. */
@Component
public class ReferentDuCompte implements PanneauDeCompte {
  private final LierLesComptes lier;
  private final Structures structures;

  ReferentDuCompte(LierLesComptes lier, Structures structures) {
    this.lier = lier;
    this.structures = structures;
  }

  /**
   * The link of an account.
   *
   * @param referent      who she is, {@code null} when it is not said
   * @param libres        whom she may be
   * @param propose       the one of the same e-mail or name, {@code null} when there is none or several
   * @param organisations names by number
   */
  public record DuCompte(Compte compte, Referent referent, List<Referent> libres, Integer propose, Map<Integer, String> organisations) {
    /** True when her perimeter holds nothing of her organisation: persons she follows elsewhere than in her territories stay hidden. */
    public boolean horsPerimetre() {
      return referent != null && !compte.partout() && !compte.organisations().contains(referent.organisationId());
    }
  }

  /**
   * The link of a référent. @param compte her account, {@code null} when it is not said; @param propose number of the one of the same e-mail or name
   */
  public record DuReferent(int id, Compte compte, List<Compte> libres, Long propose) {}

  @Override
  public Optional<Panneau> panneau(long agent) {
    Referent referent = lier.referentDe(agent).orElse(null);
    return lier.compte(agent).map(c -> {
      List<Referent> libres = referent == null ? lier.referentsLibres() : List.of();
      return new Panneau("structures/referent-du-compte", new DuCompte(c, referent, libres,
          seul(libres.stream().filter(r -> memes(c.courriel(), r.courriel(), c.nom(), r.nom())).map(Referent::id).toList()),
          structures.organisations().stream().collect(Collectors.toMap(Organisation::id, Organisation::nom))));
    });
  }

  /** Seen from the référent. */
  DuReferent duReferent(Referent r) {
    Compte compte = lier.compteDe(r.id()).orElse(null);
    List<Compte> libres = compte == null ? lier.comptesLibres() : List.of();
    return new DuReferent(r.id(), compte, libres,
        seul(libres.stream().filter(c -> memes(c.courriel(), r.courriel(), c.nom(), r.nom())).map(Compte::id).toList()));
  }

  private static boolean memes(String courriel, String autreCourriel, String nom, String autreNom) {
    return courriel != null && courriel.equalsIgnoreCase(autreCourriel) || CleDeRecherche.de(nom).equals(CleDeRecherche.de(autreNom));
  }

  private static <T> T seul(List<T> trouves) {
    return trouves.size() == 1 ? trouves.getFirst() : null;
  }
}
