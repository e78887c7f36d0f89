"""Settings of the kernel that executes the labs."""

c = get_config()  # noqa: F821  (Jupyter provides it)
c.KernelManager.transport = "ipc"  # no open port, no warning about one
# A kernel sends what a cell prints in as many pieces as time allows: make them one again.
tools = ["ExecutePreprocessor", "CoalesceStreamsPreprocessor"]
c.Exporter.default_preprocessors = [f"nbconvert.preprocessors.{tool}" for tool in tools]
c.CoalesceStreamsPreprocessor.enabled = True
