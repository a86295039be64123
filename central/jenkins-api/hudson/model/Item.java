package hudson.model;

public interface Item extends jenkins.model.FullyNamedModelObject, hudson.search.SearchableModelObject, hudson.security.AccessControlled {
    hudson.security.Permission CONFIGURE = null;

    hudson.security.Permission EXTENDED_READ = null;
}
