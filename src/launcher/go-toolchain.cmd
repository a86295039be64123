@echo off
rem Starts the command line of go-toolchain. Needs Java 17 or newer: JAVA_HOME, else java on the PATH.
setlocal
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
set "shared="
if exist "%~dp0lib\go-toolchain.jsa" set shared="-XX:SharedArchiveFile=%~dp0lib\go-toolchain.jsa" -Xlog:disable -Xlog:all=error:stderr
rem Java's second compiler is kept for SHA-256, which it makes four times as fast, and for SHA-512; all else is done before it pays.
set compiler=-XX:+IgnoreUnrecognizedVMOptions -XX:Tier4InvocationThreshold=500000 -XX:Tier4MinInvocationThreshold=400000 -XX:Tier4CompileThreshold=1000000 -XX:Tier4BackEdgeThreshold=4000000 -XX:CompileCommand=quiet "-XX:CompileCommand=CompileThresholdScaling,sun.security.provider.SHA2::*,0.1" "-XX:CompileCommand=CompileThresholdScaling,sun.security.provider.SHA5::*,0.1" "-XX:CompileCommand=CompileThresholdScaling,sun.security.provider.DigestBase::*,0.1" "-XX:CompileCommand=CompileThresholdScaling,io.jenkins.plugins.gotoolchain.diagnose.*::*,0.01"
"%java%" -Xmx64m -Xss512k -XX:+UseSerialGC -Xshare:auto %compiler% %GO_TOOLCHAIN_JAVA_OPTS% %shared% -jar "%~dp0lib\go-toolchain.jar" %*
exit /b %ERRORLEVEL%
