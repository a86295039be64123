package hudson.model;

public interface Item extends hudson.model.PersistenceRoot, jenkins.model.FullyNamedModelObject, hudson.search.SearchableModelObject, hudson.security.AccessControlled {
    hudson.security.Permission CONFIGURE = null;

    hudson.security.Permission EXTENDED_READ = null;

    hudson.model.ItemGroup<? extends hudson.model.Item> getParent();
}
