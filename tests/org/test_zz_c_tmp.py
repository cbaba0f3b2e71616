import sys; sys.path.insert(0,'/work/main/tests')
import pytest
from django.urls import reverse
from access.things_units import THINGS, LISTS
from access.things import thing_for
from access.secret import SECRET
from factories import POSTS, UserFactory, user_as
def test_mine_closed(client, workplace, outsider):
    things=[(n,reverse(n,kwargs=thing_for(n,("pk",),workplace))) for n in THINGS]+[(n,reverse(n)) for n in LISTS]
    vis={"none":UserFactory()}|{p:user_as(p,outsider) for p in POSTS}
    bad=[]
    for post,user in vis.items():
        client.force_login(user)
        for n,u in things:
            for m in ("get","post"):
                r=getattr(client,m)(u)
                ok={200,302,403,405,422} if n in LISTS else {403,404,405}
                if r.status_code not in ok: bad.append((post,m,u,r.status_code))
    assert bad==[]
def test_lists(client, workplace, outsider):
    for n in THINGS: thing_for(n,("pk",),workplace)
    client.force_login(user_as("chair",outsider))
    assert [n for n in LISTS if SECRET in getattr(client.get(reverse(n)),'text','') or '987.654' in getattr(client.get(reverse(n)),'text','')]==[] 
