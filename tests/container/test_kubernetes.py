"""deploy/kubernetes.yaml: what Kubernetes takes, and what of it hangs together."""

import tomllib
from typing import Any

import kubernetes_validate
import pytest
import yaml

from service.settings import Settings
from tests.commands import ROOT
from tests.container.facts import app_paths, instruction, unknown_settings
from tests.container.test_compose import SERVICES

KUBERNETES = "1.33"
GRACE = Settings.model_fields["stop_grace"].default
OBJECTS: list[dict[str, Any]] = list(yaml.safe_load_all((ROOT / "deploy/kubernetes.yaml").read_text(encoding="utf-8")))
BY_KIND = {found["kind"]: found for found in OBJECTS}
PODS = [BY_KIND[kind]["spec"]["template"] for kind in ("Job", "Deployment")]
CONTAINERS = [container for pod in PODS for container in pod["spec"]["containers"]]
SERVICE = BY_KIND["Deployment"]["spec"]["template"]["spec"]["containers"][0]


@pytest.mark.parametrize("kind", BY_KIND)
def test_it_is_as_kubernetes_takes_it(kind: str) -> None:
    kubernetes_validate.validate(BY_KIND[kind], KUBERNETES, strict=True)


def test_every_kind_is_there_once() -> None:
    assert len(OBJECTS) == len(BY_KIND)
    assert BY_KIND.keys() == {"Deployment", "Job", "PodDisruptionBudget", "Service"}


def test_what_selects_pods_selects_those_of_the_service_alone() -> None:
    deployment, spread = BY_KIND["Deployment"]["spec"], PODS[1]["spec"]["topologySpreadConstraints"]
    selectors = [
        deployment["selector"]["matchLabels"],
        BY_KIND["Service"]["spec"]["selector"],
        BY_KIND["PodDisruptionBudget"]["spec"]["selector"]["matchLabels"],
        *(constraint["labelSelector"]["matchLabels"] for constraint in spread),
    ]
    migrating, serving = (pod["metadata"]["labels"].items() for pod in PODS)
    assert [selector for selector in selectors if not selector.items() <= serving] == []
    assert [selector for selector in selectors if selector.items() <= migrating] == []


def test_ports_lead_to_the_service() -> None:
    (port,) = SERVICE["ports"]
    assert str(port["containerPort"]) == instruction("EXPOSE")
    assert [one["targetPort"] for one in BY_KIND["Service"]["spec"]["ports"]] == [port["name"]]
    probes = [SERVICE[name]["httpGet"] for name in ("startupProbe", "livenessProbe", "readinessProbe")]
    assert {probe["port"] for probe in probes} == {port["name"]}


def test_probes_ask_where_the_app_answers() -> None:
    paths = [SERVICE[name]["httpGet"]["path"] for name in ("startupProbe", "livenessProbe", "readinessProbe")]
    assert paths == ["/livez", "/livez", "/readyz"]
    assert set(paths) <= app_paths()


def test_the_image_is_this_version_under_its_own_user() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert {container["image"] for container in CONTAINERS} == {f"onrecord:{version}"}
    for pod in PODS:
        context = pod["spec"]["securityContext"]
        assert f"{context['runAsUser']}:{context['runAsGroup']}" == instruction("USER")


def test_the_pods_are_as_restricted_as_the_standard_of_that_name_asks() -> None:
    for pod in PODS:
        assert pod["spec"]["securityContext"].items() >= {"runAsNonRoot": True}.items()
        assert pod["spec"]["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
        assert pod["spec"]["automountServiceAccountToken"] is False
    for container in CONTAINERS:
        assert container["securityContext"] == {
            "allowPrivilegeEscalation": False,
            "readOnlyRootFilesystem": True,
            "capabilities": {"drop": ["ALL"]},
        }


def test_settings_are_those_of_the_service_and_their_files_are_mounted() -> None:
    for pod, container in zip(PODS, CONTAINERS, strict=True):
        assert unknown_settings({variable["name"] for variable in container["env"]}) == set()
        mounts = {mount["name"]: mount["mountPath"] for mount in container["volumeMounts"]}
        assert mounts.keys() == {volume["name"] for volume in pod["spec"]["volumes"]}
        files = [variable["value"] for variable in container["env"] if variable["name"].endswith("_FILE")]
        assert [path for path in files if not path.startswith(f"{mounts['secrets']}/")] == []
        assert mounts["tmp"] == "/tmp"  # noqa: S108


def test_a_container_has_longer_to_end_than_the_service_takes() -> None:
    (delay,) = (float(one["value"]) for one in SERVICE["env"] if one["name"] == "ONRECORD_STOP_DELAY")
    assert PODS[1]["spec"]["terminationGracePeriodSeconds"] > delay + GRACE
    assert int(SERVICES["onrecord"]["stop_grace_period"].removesuffix("s")) > GRACE


def test_one_replica_is_always_there() -> None:
    replicas = BY_KIND["Deployment"]["spec"]["replicas"]
    assert 1 <= BY_KIND["PodDisruptionBudget"]["spec"]["minAvailable"] < replicas
    assert BY_KIND["Deployment"]["spec"]["strategy"]["rollingUpdate"] == {"maxUnavailable": 0, "maxSurge": 1}
