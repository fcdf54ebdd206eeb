package fr.jalon.echanges.acces.web;

import fr.jalon.ecran.AdresseDePage;
import fr.jalon.ecran.Pagination;
import fr.jalon.echanges.webhooks.domaine.EtatLivraison;
import fr.jalon.echanges.webhooks.lecture.ListeDesLivraisons.Filtre;
import fr.jalon.echanges.webhooks.lecture.ListeDesLivraisons.Ligne;
import fr.jalon.habilitations.ClientApi;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The deliveries. */
public record PageDesLivraisons(Filtre filtre, List<Ligne> lignes, Pagination pages, List<ClientApi> clients) {

  static AdresseDePage adresse(String page, Filtre f) {
    Map<String, String> p = new LinkedHashMap<>();
    p.put("application", f.client() == null ? "" : f.client().toString());
    p.put("etat", f.etat() == null ? "" : f.etat().name());
    return new AdresseDePage(page, p);
  }

  /** Address of the spreadsheet of the same list. */
  public String export() {
    return adresse("/acces-api/livraisons/export", filtre).toString();
  }

  /** Name of an application, by its name in the journal. */
  public String nom(String agent) {
    return clients.stream().filter(c -> c.agent().equals(agent)).map(ClientApi::nom).findFirst().orElse(agent);
  }

  /** The choices of the filter. */
  public EtatLivraison[] etats() {
    return EtatLivraison.values();
  }
}
